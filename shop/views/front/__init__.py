"""What stands on the front page: the window, the aisles, a buyer's words."""
