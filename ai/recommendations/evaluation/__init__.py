"""How good recommendations are, on data that the methods have not seen."""
