"""The shop in the admin."""
