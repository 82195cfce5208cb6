"""The parts of a product's page: choices, stock, pictures, reviews, facts."""
