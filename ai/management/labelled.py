"""Labelled texts from CSV files, for commands."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.core.management.base import CommandError

from ai.exceptions import LabelsUnusable
from ai.reviews.sentiment.labels import LabelReading, read_labels
from ai.reviews.sentiment.texts import Text
from ai.reviews.sentiment.training import Examples

# Characters of one field: a review has 20,000 at most, other people's texts may have more.
_LONGEST: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The columns of a CSV that a command asked for; `left_out` counts rows without a class."""

    texts: Sequence[Text]
    labels: Sequence[str]
    groups: Sequence[str] | None

    def examples(self, reading: LabelReading) -> tuple[Examples, int]:
        """Return the rows that have a class, and how many have none."""
        classes = reading.classes(self.labels)
        kept = [place for place, each in enumerate(classes) if each is not None]
        examples = Examples.of(
            [self.texts[place] for place in kept],
            [int(classes[place] or 0) for place in kept],
            groups=None if self.groups is None else [self.groups[place] for place in kept],
        )
        return examples, len(classes) - len(kept)


def read_table(path: Path, *, text: str, label: str, group: str | None = None) -> Table:
    """Return the texts and labels of a CSV (or TSV) with a header; raises CommandError.

    `text` names one column or several, by commas. Of several, the one with the longest texts is
    the body, and the others, in their order, are the title.
    """
    columns = [name.strip() for name in text.split(",") if name.strip()]
    rows = _read(path, [*columns, label, *([group] if group else [])])
    if not columns or not rows:
        raise CommandError(f"{path} has no rows, or no text column was named.")
    body = max(columns, key=lambda name: sum(len(row[name]) for row in rows))
    texts = [
        Text(
            title=". ".join(row[each] for each in columns if each != body and row[each]),
            body=row[body],
        )
        for row in rows
    ]
    return Table(
        texts=texts,
        labels=[row[label] for row in rows],
        groups=[row[group] for row in rows] if group else None,
    )


def _read(path: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    csv.field_size_limit(_LONGEST)
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            head = file.readline()
            file.seek(0)
            reader = csv.DictReader(file, delimiter=_delimiter(path, head))
            present = reader.fieldnames or []
            absent = [name for name in columns if name not in present]
            if absent:
                raise CommandError(
                    f"{path} has no column {absent[0]!r}: its columns are "
                    f"{', '.join(map(repr, present))}."
                )
            return [{name: (row[name] or "").strip() for name in columns} for row in reader]
    except (OSError, csv.Error) as error:
        raise CommandError(f"{path} cannot be read: {error}") from error


def _delimiter(path: Path, head: str) -> str:
    if path.suffix == ".tsv":
        return "\t"
    return max(",;\t", key=head.count)


def reading_of(*tables: Table) -> LabelReading:
    """Return how to read the labels of all these tables; raises CommandError."""
    try:
        return read_labels(label for table in tables for label in table.labels)
    except LabelsUnusable as error:
        raise CommandError(str(error)) from error
