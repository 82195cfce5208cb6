"""What indexing tells whoever can start workers; it knows no queue itself."""

from django.dispatch import Signal

# Keyword argument: priority. Sent in the transaction that wrote the entries.
entries_recorded = Signal()
# Keyword argument: job_id. Sent in the transaction that queued the job.
job_queued = Signal()
