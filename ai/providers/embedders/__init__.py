"""Embedders, one file a backend."""
