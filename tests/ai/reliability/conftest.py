"""What every one of these tests starts from."""

import pytest

from config.celery import app


@pytest.fixture(autouse=True)
def empty_queue() -> None:
    """Start with an empty queue: a nudge that an earlier test left would do the sweep's work."""
    app.control.purge()
