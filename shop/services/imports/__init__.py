"""Imports: files of other shops become products, reviews and pages."""

from shop.services.imports.detect import detect_kind
from shop.services.imports.job import cancel_import, create_import_job, run_import
from shop.services.imports.report import report_lines

__all__ = ["cancel_import", "create_import_job", "detect_kind", "report_lines", "run_import"]
