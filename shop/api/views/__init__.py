"""The views of the API, a file for each noun."""
