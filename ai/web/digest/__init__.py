"""What buyers say: the box on a product's page, and the reviews behind it."""
