"""Pages and fragments of the ai app."""
