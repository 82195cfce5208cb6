"""What stands on the front page: sections with their products, categories and buyers' words."""
