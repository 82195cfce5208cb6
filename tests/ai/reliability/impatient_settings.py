"""Settings under which lost work is taken up after seconds instead of a minute."""

from config.settings import base
from config.settings.test import *  # noqa: F403

AI = {**base.AI, "JOB_QUIET_S": 2, "OUTBOX_LEASE_S": 3}
CELERY_BEAT_SCHEDULE = {
    name: {**entry, "schedule": 1.0}
    for name, entry in base.CELERY_BEAT_SCHEDULE.items()
    if name in {"sweep-outbox", "resume-embedding-jobs"}
}
