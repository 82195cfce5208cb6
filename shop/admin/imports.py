"""Imports: start one, watch it, read its report, call it off."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from shop.admin.base import BaseAdmin
from shop.admin.import_form import ImportUploadForm
from shop.admin.import_progress import import_context
from shop.admin.theme import ChoicesDropdownFilter, label
from shop.exceptions import ShopError
from shop.models import ImportJob
from shop.services.imports import create_import_job
from shop.tasks import run_import_job

Status = ImportJob.Status
COLOURS: dict[str, str] = {
    Status.QUEUED: "info",
    Status.RUNNING: "info",
    Status.DONE: "success",
    Status.FAILED: "danger",
    Status.CANCELLED: "warning",
}


@admin.register(ImportJob)
class ImportJobAdmin(BaseAdmin):
    """Import jobs, the newest first; what a job wrote down of itself is not edited."""

    list_display = ("__str__", "file", "state", "counts", "dry_run", "created_by", "created_at")
    list_select_related = ("created_by",)
    list_filter = (("status", ChoicesDropdownFilter), ("kind", ChoicesDropdownFilter), "dry_run")
    sortable_by = ()
    actions: ClassVar[list[Any]] = []

    @admin.display(description="File")
    def file(self, job: ImportJob) -> str:
        """Return the name of the file."""
        return (job.path or job.upload.name or "–").rpartition("/")[2]

    @label(description="Status", colours=COLOURS)
    def state(self, job: ImportJob) -> tuple[str, str]:
        """Return the status as a label."""
        return job.status, job.get_status_display()

    @admin.display(description="New / changed / equal / failed")
    def counts(self, job: ImportJob) -> SafeString:
        """Return what became of the records."""
        return format_html(
            '<span class="admin-number">{} / {} / {} / {}</span>',
            job.created_count,
            job.updated_count,
            job.unchanged_count,
            job.failed_count,
        )

    def has_change_permission(self, request: HttpRequest, obj: ImportJob | None = None) -> bool:
        """Nobody edits what a job wrote down."""
        return False

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Take a file and start its import."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        user: Any = request.user
        form = ImportUploadForm(
            request.POST or None, request.FILES or None, may_read_server=user.is_superuser
        )
        if request.method == "POST" and form.is_valid():
            try:
                job = create_import_job(
                    kind=form.cleaned_data["kind"],
                    upload=form.cleaned_data["file"],
                    images_dir=form.cleaned_data.get("images_dir", ""),
                    dry_run=form.cleaned_data["dry_run"],
                    created_by=user,
                )
            except ShopError as error:
                form.add_error("file", str(error))
            else:
                # Without a broker the next sweep finds the job.
                transaction.on_commit(lambda: run_import_job.delay(job.pk), robust=True)
                self.log_addition(request, job, "Started in the admin.")
                messages.success(request, f"Started: {job}.")
                return redirect("admin:shop_importjob_change", job.pk)
        return TemplateResponse(
            request,
            "admin/shop/importjob/add.html",
            {
                **self.admin_site.each_context(request),
                "title": "Import a file",
                "form": form,
            },
        )

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        """Show how a job does, and what it found."""
        job = self.get_object(request, object_id)
        if job is None:
            raise Http404
        if not self.has_view_permission(request, job):
            raise PermissionDenied
        return TemplateResponse(
            request,
            "admin/shop/importjob/job.html",
            {
                **self.admin_site.each_context(request),
                **import_context(job, page=request.GET.get("page")),
                "title": str(job),
                "opts": self.opts,
                "original": job,
                "may_cancel": self.has_add_permission(request),
            },
        )
