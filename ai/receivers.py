"""From shop to ai: the only signal handlers of the project."""
