"""Review intelligence: what buyers say, about what, and how they feel about it."""
