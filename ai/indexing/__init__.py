"""From a changed row to a true vector."""
