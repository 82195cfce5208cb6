"""What the shop tells others about bulk writes, which pass Django's own model signals by."""

from django.dispatch import Signal

# Keyword arguments: kind ("product", "review", "page" or "faq") and ids (list[int]).
# Sent inside the transaction that wrote the rows, after the last of them.
catalogue_changed = Signal()
