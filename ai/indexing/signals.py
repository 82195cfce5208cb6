"""What indexing tells whoever can start workers; it knows no queue itself."""

from django.dispatch import Signal

# Keyword arguments: priority, first_id (of the entries). Sent in the transaction that wrote them.
entries_recorded = Signal()
# Keyword argument: job_id. Sent in the transaction that queued the job.
job_queued = Signal()
