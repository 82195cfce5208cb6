"""The negative control: a task is acknowledged before it is done, as Celery does by default."""

from config.settings.test import *  # noqa: F403

CELERY_TASK_ACKS_LATE = False
CELERY_TASK_REJECT_ON_WORKER_LOST = False
