"""Settings under which lost work is taken up after seconds instead of a minute."""

from config.settings.test import *

AI = {**AI, "JOB_QUIET_S": 2, "OUTBOX_LEASE_S": 3}
CELERY_BEAT_SCHEDULE = {
    name: {**entry, "schedule": 1.0}
    for name, entry in CELERY_BEAT_SCHEDULE.items()
    if name in {"sweep-outbox", "resume-embedding-jobs"}
}
