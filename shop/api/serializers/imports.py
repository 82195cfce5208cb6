"""Import jobs and what went wrong in them."""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from shop.models import ImportJob, ImportProblem


class ImportJobSerializer(serializers.ModelSerializer[ImportJob]):
    """A job with its progress."""

    done = serializers.IntegerField(source="cursor", read_only=True)
    percent = serializers.SerializerMethodField(help_text="Null until the file was counted.")

    class Meta:
        model = ImportJob
        fields = (
            *("id", "kind", "dry_run", "status", "done", "total", "percent", "created_count"),
            *("updated_count", "unchanged_count", "failed_count", "message", "created_at"),
            *("started_at", "finished_at"),
        )
        read_only_fields = fields

    @extend_schema_field({"type": "number", "nullable": True})
    def get_percent(self, job: ImportJob) -> float | None:
        """Return how much is done, in percent."""
        if job.total is None:
            return None
        return round(100 * job.cursor / job.total, 1) if job.total else 100.0


class NewImportJobSerializer(serializers.Serializer[Any]):
    """A file to import. Pictures come by folder on the server's command line, never by the API."""

    kind = serializers.ChoiceField(choices=ImportJob.Kind.choices)
    file = serializers.FileField()
    dry_run = serializers.BooleanField(default=False)

    def validate_file(self, file: "UploadedFile[Any]") -> "UploadedFile[Any]":
        """Refuse a file above the limit before it is stored for good."""
        limit: int = settings.SHOP["IMPORT_MAX_BYTES"]
        if (file.size or 0) > limit:
            raise serializers.ValidationError(f"The file is larger than {limit // 2**20} MB.")
        return file


class ImportProblemSerializer(serializers.ModelSerializer[ImportProblem]):
    """A record that was left out, or a difference that a dry run found."""

    class Meta:
        model = ImportProblem
        fields = ("line", "level", "identifier", "message")
