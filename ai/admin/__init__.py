"""Embedding operations in the admin."""
