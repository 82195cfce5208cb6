"""What a search text asks for beside its words: prices, brands, quantities, what must be absent."""
