"""The Celery application: configuration and the beat schedule come from settings."""

import os
import time
from typing import Any

from celery import Celery
from celery.signals import heartbeat_sent, worker_ready
from django_structlog.celery.steps import DjangoStructLogInitStep

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")

app = Celery("vitrine")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
# The request's id travels with the tasks it sent, into their log lines.
app.steps["worker"].add(DjangoStructLogInitStep)


@worker_ready.connect
@heartbeat_sent.connect
def say_alive(**_: Any) -> None:
    """Leave the time in the cache every few seconds, for health checks to read.

    An exception here is logged by Celery and does not stop the worker: a cache that is away is
    what the missing heartbeat then tells.
    """
    from django.conf import settings  # noqa: PLC0415  (configured after this module is loaded)
    from django.core.cache import cache  # noqa: PLC0415

    cache.set(settings.WORKER_HEARTBEAT_KEY, time.time(), 4 * settings.WORKER_HEARTBEAT_MAX_AGE_S)
