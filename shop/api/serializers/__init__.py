"""How the nouns of the shop look in JSON."""
