"""What services tell whoever listens: bulk writes, and work that waits for a worker."""

from django.dispatch import Signal

# Bulk writes pass Django's own model signals by.
# Keyword arguments: kind ("product", "review", "page" or "faq") and ids (list[int]).
# Sent inside the transaction that wrote the rows, after the last of them.
catalogue_changed = Signal()

# A letter was written into the outbox. No arguments; sent inside the transaction.
email_queued = Signal()
