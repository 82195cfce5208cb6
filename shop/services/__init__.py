"""The verbs of the shop: keyword-only, atomic."""
