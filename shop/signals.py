"""What services tell whoever listens: bulk writes, and work that waits for a worker."""

from django.dispatch import Signal

# Bulk writes pass Django's own model signals by.
# Keyword arguments: kind ("product", "review", "page" or "faq") and ids (list[int]).
# Sent inside the transaction that wrote the rows, after the last of them.
catalogue_changed = Signal()

# A letter was written into the outbox. No arguments; sent inside the transaction.
email_queued = Signal()
# Money is to go back. Keyword argument: refund_id; sent inside the transaction.
refund_requested = Signal()
# An order was cancelled or ran out: nobody is to pay it. Keyword argument: order_id; sent inside
# the transaction.
order_ended = Signal()

# Keyword argument: user. Each receiver returns a dict of what it knows of that person, which goes
# into the file that a person can download.
personal_data_wanted = Signal()

# Keyword argument: user, about to be deleted. Sent inside the transaction that forgets a person.
account_erased = Signal()
