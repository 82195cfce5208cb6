"""The REST API of the shop."""
