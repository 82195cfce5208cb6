"""A shop that sells, with or without `ai`."""
