"""The way from a product to an order, page by page."""
