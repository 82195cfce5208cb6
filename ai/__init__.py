"""Search, recommendations, review intelligence and the assistant, over the shop's own data."""
