"""What recommendations are computed by: arrays in, arrays out; no database."""
