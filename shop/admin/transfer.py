"""Import and export of lists as CSV: limits on what comes in, no formulas in what goes out."""

import re
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from import_export import resources
from import_export.admin import ExportMixin, ImportExportModelAdmin
from import_export.formats.base_formats import CSV
from tablib import Dataset

from shop.admin.theme import ExportForm, ImportForm

# Reliability rule 12. A file beyond these is for the import jobs, which stream.
MAX_BYTES = 5 * 1024 * 1024
MAX_ROWS = 10_000
MAX_COLUMNS = 200

# What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection").
FORMULA = re.compile(r"^[=+\-@\t\r]")
NUMBER = re.compile(r"^[+-]?\d+([.,]\d+)?$")
# An escaped cell, to be read back as what it was.
ESCAPED = re.compile(r"^'[=+\-@\t\r]")


def escape_formula(cell: Any) -> Any:
    """Return the cell so that a spreadsheet shows it as text; numbers stay numbers."""
    if isinstance(cell, str) and FORMULA.match(cell) and not NUMBER.match(cell):
        return f"'{cell}"
    return cell


def unescape_formula(cell: Any) -> Any:
    """Return what `escape_formula` was given."""
    return cell[1:] if isinstance(cell, str) and ESCAPED.match(cell) else cell


class SafeResource(resources.ModelResource):
    """A resource within the limits, in batches, whose export no spreadsheet runs."""

    class Meta:
        skip_unchanged = True
        report_skipped = False
        chunk_size = 1000

    def before_import(self, dataset: Dataset, **kwargs: Any) -> None:
        """Refuse what is too large; raises ValidationError."""
        if len(dataset) > MAX_ROWS:
            raise ValidationError(f"The file has more than {MAX_ROWS:,} rows; use an import job.")
        if len(dataset.headers or ()) > MAX_COLUMNS:
            raise ValidationError(f"The file has more than {MAX_COLUMNS} columns.")

    def before_import_row(self, row: dict[str, Any], **kwargs: Any) -> None:
        """Read escaped cells as what they were."""
        for column, cell in row.items():
            row[column] = unescape_formula(cell)

    def export_resource(self, *args: Any, **kwargs: Any) -> list[Any]:
        """Return an object's cells, escaped."""
        return [escape_formula(cell) for cell in super().export_resource(*args, **kwargs)]


class LimitedImportForm(ImportForm):
    """The upload form, which looks at the size before anything reads the file."""

    def clean_import_file(self) -> UploadedFile:
        """Refuse a file above the limit."""
        file: UploadedFile = self.cleaned_data["import_file"]
        if (file.size or 0) > MAX_BYTES:
            raise ValidationError(
                f"The file is larger than {MAX_BYTES // 2**20} MB; use an import job."
            )
        return file


class TransferMixin(ImportExportModelAdmin):
    """Import and Export buttons on a list; whoever imports must be allowed to add and change."""

    import_form_class = LimitedImportForm
    export_form_class = ExportForm
    # One format that people, spreadsheets and shops read; no zip bomb hides in it.
    formats: ClassVar[list[type]] = [CSV]
    import_error_display: ClassVar[tuple[str, ...]] = ("message", "row")

    def has_import_permission(self, request: HttpRequest) -> bool:
        """Return whether rows may be added and changed."""
        return bool(self.has_add_permission(request) and self.has_change_permission(request))

    def has_export_permission(self, request: HttpRequest) -> bool:
        """Return whether rows may be seen."""
        return bool(self.has_view_permission(request))


class ExportOnlyMixin(ExportMixin):
    """An Export button on a list of what nobody writes by hand."""

    export_form_class = ExportForm
    formats: ClassVar[list[type]] = [CSV]

    def has_export_permission(self, request: HttpRequest) -> bool:
        """Return whether rows may be seen."""
        return bool(self.has_view_permission(request))
