"""Import jobs: their progress, where to resume, and what went wrong row by row."""

from typing import ClassVar

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models


def private_storage() -> FileSystemStorage:
    """Return where uploads are kept: no web server hands them out, for they name people."""
    return FileSystemStorage(location=settings.PRIVATE_ROOT)


class ImportJob(models.Model):
    """One run of an import, resumable from its cursor."""

    class Kind(models.TextChoices):
        """The form of the files."""

        SHOPIFY_PRODUCTS = "shopify_products", "Shopify product CSV"
        JUDGEME_REVIEWS = "judgeme_reviews", "Judge.me review CSV"
        CATALOGUE_JSONL = "catalogue_jsonl", "catalogue JSONL"
        PAGES_JSON = "pages_json", "content pages JSON"

    class Status(models.TextChoices):
        """Where a job stands."""

        QUEUED = "queued", "queued"
        RUNNING = "running", "running"
        CANCELLED = "cancelled", "cancelled"
        FAILED = "failed", "failed"
        DONE = "done", "done"

    kind = models.CharField(max_length=20, choices=Kind)
    # A file uploaded in the admin, or a path given on the command line.
    upload = models.FileField(upload_to="imports/", storage=private_storage, blank=True)
    path = models.CharField(max_length=1000, blank=True)
    images_dir = models.CharField(max_length=1000, blank=True)
    dry_run = models.BooleanField(default=False)
    status = models.CharField(max_length=10, choices=Status, default=Status.QUEUED)
    # Records (products or reviews, not lines) dealt with, and where in the file the next begins.
    cursor = models.PositiveIntegerField(default=0)
    offset = models.PositiveBigIntegerField(default=0, editable=False)
    line = models.PositiveIntegerField(default=0, editable=False)
    # What the first look at the file found: encoding, types of attributes, ids that come twice.
    state = models.JSONField(default=dict, editable=False)
    total = models.PositiveIntegerField(null=True, blank=True)
    created_count = models.PositiveIntegerField(default=0)
    updated_count = models.PositiveIntegerField(default=0)
    unchanged_count = models.PositiveIntegerField(default=0)
    failed_count = models.PositiveIntegerField(default=0)
    message = models.TextField(blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    # Set with every chunk; a running job whose heartbeat is old has lost its worker.
    heartbeat_at = models.DateTimeField(null=True, blank=True)
    # The worker that has the job; none between two chunks.
    lease = models.UUIDField(null=True, blank=True, editable=False)
    # Times it was taken up since it last got anywhere; a file that kills its worker ends here.
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} #{self.pk}"


class ImportProblem(models.Model):
    """A record that was left out, or a difference that a dry run found."""

    class Level(models.TextChoices):
        """What the row tells."""

        ERROR = "error", "error"
        WARNING = "warning", "warning"
        DIFFERENCE = "difference", "difference"

    job = models.ForeignKey(ImportJob, models.CASCADE, related_name="problems")
    level = models.CharField(max_length=10, choices=Level, default=Level.ERROR)
    line = models.PositiveIntegerField(help_text="Line of the file, counted from 1.")
    identifier = models.CharField(max_length=200, blank=True)
    message = models.TextField()

    class Meta:
        ordering: ClassVar = ["job_id", "line", "id"]

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}"
