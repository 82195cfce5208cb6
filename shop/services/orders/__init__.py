"""Orders: placed, confirmed, sent, cancelled, paid back."""
