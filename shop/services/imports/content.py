"""Pages and questions from records; few, so each is saved like one edited by hand."""

from dataclasses import replace
from typing import Any

from django.db import models

from shop.models import Category, FaqEntry, Page
from shop.services.imports.records import FaqRecord, Outcome, PageRecord, Problem


def import_page(record: PageRecord, *, dry_run: bool = False) -> Outcome:
    """Make or change the page of this slug."""
    fields: dict[str, Any] = {"title": record.title, "body": record.body}
    optional = {
        "summary": record.summary,
        "in_footer": record.in_footer,
        "position": record.position,
    }
    fields |= {name: value for name, value in optional.items() if value is not None}
    return _save(Page.objects, record, fields, dry_run=dry_run)


def import_faq(record: FaqRecord, *, dry_run: bool = False) -> Outcome:
    """Make or change the question of this slug."""
    fields = {
        "topic": record.topic,
        "question": record.question,
        "answer": record.answer,
        "position": record.position,
        "on_products": record.on_products,
    }
    outcome = _save(FaqEntry.objects, record, fields, dry_run=dry_run)
    if _place(record, dry_run=dry_run) and outcome.result == "unchanged":
        return replace(outcome, result="updated")
    return outcome


def _place(record: FaqRecord, *, dry_run: bool) -> bool:
    """Set the categories whose products show the question; return whether that is a change."""
    entry = FaqEntry.objects.filter(slug=record.slug).first()
    before = set(entry.categories.all()) if entry else set()
    after = set(Category.objects.filter(slug__in=record.categories))
    if entry and not dry_run:
        entry.categories.set(after)
    return before != after


def _save(
    manager: models.Manager[Any],
    record: PageRecord | FaqRecord,
    fields: dict[str, Any],
    *,
    dry_run: bool,
) -> Outcome:
    stored = manager.filter(slug=record.slug).first()
    row: models.Model = stored or manager.model(slug=record.slug)
    different = {
        name: value
        for name, value in fields.items()
        if stored is None or getattr(row, name) != value
    }
    if not different:
        return Outcome(result="unchanged")
    problems = [
        Problem(
            line=record.line,
            identifier=record.slug,
            message=f"{name}: {str(getattr(row, name))[:60]} → {str(value)[:60]}",
            level="difference",
        )
        for name, value in different.items()
    ]
    for name, value in different.items():
        setattr(row, name, value)
    if not dry_run:
        row.save()
    return Outcome(
        result="updated" if stored else "created", problems=tuple(problems) if dry_run else ()
    )
