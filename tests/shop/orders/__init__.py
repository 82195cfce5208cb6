"""What happens to orders."""
