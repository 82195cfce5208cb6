"""The shop's pages, as a client sees them."""
