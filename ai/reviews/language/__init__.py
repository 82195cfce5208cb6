"""Text as the rest reads it: sentences with their places, words, negation, valence."""
