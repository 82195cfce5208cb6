"""Products from records: compared with what is there, written only where they differ."""

from collections.abc import Container, Iterable, Sequence
from pathlib import Path
from typing import Final

from django.db import DataError, IntegrityError, transaction
from django.db.models.functions import Upper

from shop.exceptions import InvalidImage
from shop.models import Variant
from shop.services.images import StoredPicture, check_picture, store_picture
from shop.services.imports.conform import Definitions, conform
from shop.services.imports.current import load_current
from shop.services.imports.lookups import Lookups
from shop.services.imports.plan import Plan, make_plan
from shop.services.imports.records import Outcome, Problem, ProductRecord
from shop.services.imports.writer import write_plans
from shop.services.picture_files import MAX_BYTES

PicturesRead = dict[Path, StoredPicture | str]


def read_pictures(
    records: Iterable[ProductRecord], *, dry_run: bool, known: Container[str] = frozenset()
) -> PicturesRead:
    """Return, by path, each picture or why it cannot be used; stores them unless it is a dry run.

    Decoding takes time: it is done before the batch's transaction, not in it. `known` are the
    hashes of files that need no cleaning (`store_picture`).
    """
    found: PicturesRead = {}
    for record in records:
        for image in record.images:
            if image.path not in found:
                found[image.path] = _read_picture(image.path, dry_run=dry_run, known=known)
    return found


def _read_picture(path: Path, *, dry_run: bool, known: Container[str]) -> StoredPicture | str:
    try:
        if path.stat().st_size > MAX_BYTES:
            return f"The picture has more than {MAX_BYTES // 2**20} MB."
        content = path.read_bytes()
        if dry_run:
            return check_picture(content=content)
        return store_picture(content=content, known=known)
    except (InvalidImage, OSError) as error:
        return str(error)


class ProductImport:
    """Writes, or in a dry run compares, products of one source."""

    def __init__(
        self, *, definitions: Definitions, dry_run: bool = False, reason: str = "import"
    ) -> None:
        self._definitions = definitions
        self._dry_run = dry_run
        self._reason = reason
        self._lookups = Lookups()

    def run(self, records: Sequence[ProductRecord], pictures: PicturesRead) -> list[Outcome]:
        """Return what became of each record; call it in a transaction.

        Where the database refuses the batch, its products go in one by one, each wholly or not
        at all.
        """
        if not records:
            return []
        try:
            with transaction.atomic():
                return self._run(records, pictures)
        except (IntegrityError, DataError) as error:
            self._lookups.reload()
            if len(records) > 1:
                return [outcome for record in records for outcome in self.run([record], pictures)]
            return [Outcome(result="failed", problems=(_refused(records[0], error),))]

    def _run(self, records: Sequence[ProductRecord], pictures: PicturesRead) -> list[Outcome]:
        current = load_current(records, lock=not self._dry_run)
        owners = _sku_owners(records)
        usable = {path: found for path, found in pictures.items() if not isinstance(found, str)}
        outcomes: list[Outcome] = []
        plans: list[Plan] = []
        for record in records:
            ready, problems = conform(record, lookups=self._lookups, definitions=self._definitions)
            stored = current.get(record.external_id)
            problems += _bad_pictures(record, pictures)
            problems += _taken_skus(record, owners)
            if any(problem.level == "error" for problem in problems):
                outcomes.append(Outcome(result="failed", problems=tuple(problems)))
                continue
            plan = make_plan(ready, stored, lookups=self._lookups, pictures=usable)
            if plan.differences:
                plans.append(plan)
            outcomes.append(self._outcome(plan, problems))
        if plans and not self._dry_run:
            write_plans(
                plans,
                lookups=self._lookups,
                definitions=self._definitions,
                reason=self._reason,
            )
        return outcomes

    def _outcome(self, plan: Plan, problems: list[Problem]) -> Outcome:
        if not plan.differences:
            return Outcome(result="unchanged", problems=tuple(problems))
        if self._dry_run:
            problems = problems + [
                Problem(
                    line=plan.record.line,
                    identifier=plan.record.external_id,
                    message=message,
                    level="difference",
                )
                for message in plan.differences
            ]
        return Outcome(result="updated" if plan.current else "created", problems=tuple(problems))


_SKU_MESSAGE: Final = "The SKU {sku} belongs to the product {owner}."


def _sku_owners(records: Sequence[ProductRecord]) -> dict[str, tuple[str, str]]:
    """Return, by SKU, the (source, id) that has it: in the shop, else first in the batch."""
    skus = {variant.sku.upper() for record in records for variant in record.variants}
    rows = (
        Variant.objects.annotate(folded=Upper("sku"))
        .filter(folded__in=skus)
        .values_list("folded", "product__source", "product__external_id", "product__slug")
    )
    owners = {sku: (source, key or f"“{slug}”") for sku, source, key, slug in rows}
    for record in records:
        for variant in record.variants:
            owners.setdefault(variant.sku.upper(), (record.source, record.external_id))
    return owners


def _taken_skus(record: ProductRecord, owners: dict[str, tuple[str, str]]) -> list[Problem]:
    own = (record.source, record.external_id)
    return [
        Problem(
            line=variant.line,
            identifier=record.external_id,
            message=_SKU_MESSAGE.format(sku=variant.sku, owner=owners[variant.sku.upper()][1]),
        )
        for variant in record.variants
        if owners[variant.sku.upper()] != own
    ]


def _bad_pictures(record: ProductRecord, pictures: PicturesRead) -> list[Problem]:
    return [
        Problem(
            line=image.line,
            identifier=record.external_id,
            message=f"{image.path.name}: {reason}",
            level="warning",
        )
        for image in record.images
        if isinstance(reason := pictures.get(image.path), str)
    ]


def _refused(record: ProductRecord, error: Exception) -> Problem:
    reason = str(error).partition("\n")[0]
    return Problem(
        line=record.line,
        identifier=record.external_id,
        message=f"The database refused this product: {reason}.",
    )
