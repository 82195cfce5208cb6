"""What happens to an order, one step a file: placed, paid, shipped, sent back, paid back."""
