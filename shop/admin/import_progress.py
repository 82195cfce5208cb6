"""Where an import stands: progress, problems, the report as CSV, and the button that ends it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET, require_POST

from shop.admin.confirm import ask, is_confirmed
from shop.admin.paginator import CappedPaginator
from shop.models import ImportJob
from shop.services.imports import cancel_import, report_lines

PROBLEMS_PER_PAGE = 50
ACTIVE = (ImportJob.Status.QUEUED, ImportJob.Status.RUNNING)


def import_context(job: ImportJob, *, page: str | None = None) -> dict[str, Any]:
    """Return what the job's page and its live fragment show."""
    problems = CappedPaginator(job.problems.order_by("line", "id"), PROBLEMS_PER_PAGE)
    return {
        "job": job,
        "is_active": job.status in ACTIVE,
        "percent": min(100, job.cursor * 100 // job.total) if job.total else None,
        "problems": problems.get_page(page),
    }


@require_GET
def import_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Return the live part of a job's page; asked for every two seconds while it runs."""
    if not request.user.has_perm("shop.view_importjob"):
        raise PermissionDenied
    job = get_object_or_404(ImportJob, pk=pk)
    context = {**import_context(job), "may_cancel": request.user.has_perm("shop.add_importjob")}
    response = TemplateResponse(request, "admin/shop/importjob/_progress.html", context)
    if not context["is_active"]:
        # The list of problems below is complete now.
        response["HX-Refresh"] = "true"
    return response


@require_POST
def import_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Call a job off; records written so far stay."""
    if not request.user.has_perm("shop.add_importjob"):
        raise PermissionDenied
    job = get_object_or_404(ImportJob, pk=pk)
    if not is_confirmed(request):
        return ask(
            request,
            title=f"Cancel {job}?",
            text="What was imported so far stays. The same file can be imported again.",
            answer="Yes, cancel it",
            back="admin:shop_importjob_change",
            back_to=job.pk,
        )
    cancel_import(job=job)
    messages.success(request, f"{job} is cancelled.")
    return redirect("admin:shop_importjob_change", job.pk)


@require_GET
def import_report(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Return all problems and differences as CSV, streamed."""
    if not request.user.has_perm("shop.view_importjob"):
        raise PermissionDenied
    job = get_object_or_404(ImportJob, pk=pk)

    response = StreamingHttpResponse(report_lines(job=job), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="import-{job.pk}-report.csv"'
    return response
