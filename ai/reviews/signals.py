"""What reading tells whoever can start workers; it knows no queue itself."""

from django.dispatch import Signal

# Keyword argument: job_id. Sent in the transaction that queued the job.
reading_queued = Signal()
