"""What recommendations tell whoever can start workers; they know no queue themselves."""

from django.dispatch import Signal

# Keyword argument: job_id. Sent in the transaction that queued the run.
run_queued = Signal()
