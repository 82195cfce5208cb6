"""Encoders that are taught to tell classes apart, where embeddings alone do not."""
