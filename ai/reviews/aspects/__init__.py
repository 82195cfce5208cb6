"""What reviews talk about, and how each mention is meant."""
