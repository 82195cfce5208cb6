"""Starting embedding jobs from the admin, and telling the visitor kindly when one runs already."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from ai.exceptions import JobConflict
from ai.indexing.jobs import start_job
from ai.models import EmbeddingJob, EmbeddingSpace


def begin_job(
    request: HttpRequest,
    *,
    space: EmbeddingSpace,
    scope: str,
    product_ids: Sequence[int] = (),
) -> EmbeddingJob | None:
    """Start a job and say so; with one running already, say that instead and return None."""
    page = reverse("ai-embeddings")
    user: Any = request.user
    try:
        job = start_job(space=space, scope=scope, product_ids=product_ids, created_by=user)
    except JobConflict:
        text = 'A job is running in this space already: <a href="{}">see how it does</a>.'
        messages.warning(request, format_html(text, page))
        return None
    text = 'Job {} is started: <a href="{}">see how it does</a>.'
    messages.success(request, format_html(text, job.pk, page))
    return job
