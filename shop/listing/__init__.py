"""Narrowing products down, counting what is left and putting it in order; no HTTP in it."""
