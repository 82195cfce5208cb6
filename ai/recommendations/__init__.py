"""Recommendations: what goes with what, and what one person would like, each with its reason."""
