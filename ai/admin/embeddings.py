"""The Embeddings page: how complete and fresh the vectors are, and what is being done about it."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET

from ai.admin.permissions import MAY_EMBED, MAY_SWITCH
from ai.admin.state import chosen_space, coverage_rows, live_context
from ai.models import EmbeddingSpace
from shop.admin.permissions import needs


@require_GET
@needs(MAY_EMBED)
def embeddings(request: HttpRequest) -> HttpResponse:
    """Show spaces, job, outbox and worker; coverage follows, because it hashes every document."""
    space = chosen_space(request.GET.get("space"))
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        **live_context(space),
        "title": "Embeddings",
        "spaces": EmbeddingSpace.objects.order_by("-id"),
        "may_switch": request.user.has_perm(MAY_SWITCH),
    }
    if request.GET.get("coverage") and space is not None:
        # For those without JavaScript, who ask for it by a link.
        context["rows"] = coverage_rows(space)
    return TemplateResponse(request, "admin/ai/embeddings.html", context)


@require_GET
@needs(MAY_EMBED)
def embeddings_live(request: HttpRequest, space_id: int) -> HttpResponse:
    """Return the part of the page that changes while a job runs."""
    space = get_object_or_404(EmbeddingSpace, pk=space_id)
    return TemplateResponse(request, "admin/ai/_live.html", live_context(space))


@require_GET
@needs(MAY_EMBED)
def embeddings_coverage(request: HttpRequest, space_id: int) -> HttpResponse:
    """Return the table of coverage, computed from hashes at this moment."""
    space = get_object_or_404(EmbeddingSpace, pk=space_id)
    context = {"space": space, "rows": coverage_rows(space)}
    return TemplateResponse(request, "admin/ai/_coverage.html", context)
