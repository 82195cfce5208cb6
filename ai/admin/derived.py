"""Windows on what the programs keep: spaces, jobs, failures, outbox. Nothing is edited here."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ai.models import EmbeddingFailure, EmbeddingJob, EmbeddingSpace, OutboxEntry
from shop.admin.base import ReadOnlyAdmin
from shop.admin.theme import ChoicesDropdownFilter, label

SPACE_COLOURS = {"building": "info", "ready": "success", "live": "success", "retired": "warning"}
JOB_COLOURS = {
    "queued": "info",
    "running": "info",
    "paused": "warning",
    "cancelled": "warning",
    "failed": "danger",
    "done": "success",
}


@admin.register(EmbeddingSpace)
class EmbeddingSpaceAdmin(ReadOnlyAdmin):
    """Spaces: a model, its dimensions and its template."""

    list_display = ("name", "model_id", "dimensions", "state", "created_at", "live_since")
    list_filter = (("status", ChoicesDropdownFilter),)
    ordering = ("-id",)
    # The options of a backend may name keys and addresses.
    exclude = ("options",)

    @label(description="Status", colours=SPACE_COLOURS)
    def state(self, space: EmbeddingSpace) -> tuple[str, str]:
        """Return the status as a label."""
        return space.status, space.get_status_display()


@admin.register(EmbeddingJob)
class EmbeddingJobAdmin(ReadOnlyAdmin):
    """Jobs, the newest first."""

    list_display = ("id", "space", "scope", "state", "records", "created_by", "created_at")
    list_select_related = ("space", "created_by")
    list_filter = (("status", ChoicesDropdownFilter), ("scope", ChoicesDropdownFilter), "space")
    sortable_by = ()
    exclude = ("lease", "selected_ids")

    @label(description="Status", colours=JOB_COLOURS)
    def state(self, job: EmbeddingJob) -> tuple[str, str]:
        """Return the status as a label."""
        return job.status, job.get_status_display()

    @admin.display(description="Done / embedded / failed")
    def records(self, job: EmbeddingJob) -> SafeString:
        """Return what became of the documents."""
        return format_html(
            '<span class="admin-number">{} of {} / {} / {}</span>',
            job.done,
            job.total,
            job.embedded,
            job.failed,
        )


@admin.register(EmbeddingFailure)
class EmbeddingFailureAdmin(ReadOnlyAdmin):
    """What could not be embedded, and why."""

    list_display = ("id", "space", "kind", "object_id", "reason", "attempts", "failed_at")
    list_select_related = ("space",)
    list_filter = ("kind", "space")
    ordering = ("-id",)
    sortable_by = ()

    @admin.display(description="Error")
    def reason(self, failure: EmbeddingFailure) -> str:
        """Return the beginning of the error."""
        return failure.error[:200]


@admin.register(OutboxEntry)
class OutboxEntryAdmin(ReadOnlyAdmin):
    """Changes of the shop that have not reached the embeddings yet."""

    list_display = ("id", "kind", "object_id", "created_at", "available_at", "attempts", "problem")
    list_filter = (("kind", ChoicesDropdownFilter),)
    ordering = ("id",)
    sortable_by = ()

    @admin.display(description="Last error")
    def problem(self, entry: OutboxEntry) -> str:
        """Return the beginning of the last error."""
        return entry.last_error[:200] or "–"
