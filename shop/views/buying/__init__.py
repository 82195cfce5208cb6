"""The way from a product to an order: cart, checkout, payment, and what became of it."""
