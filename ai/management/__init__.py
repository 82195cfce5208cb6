"""Commands of the ai app."""
