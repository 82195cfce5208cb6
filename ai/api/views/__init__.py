"""The views of the ai app's API."""
