"""The front page from records: sections by key, seasons as the moments of their next time."""

from collections.abc import Container
from datetime import datetime, timedelta
from typing import Any, Final

from django.utils import timezone

from shop.models import Category, HomeSection, Product
from shop.services.home import keep_home_picture
from shop.services.imports.records import HomeRecord, Outcome, Problem

# A season of 29 February begins on 1 March where there is no such day.
_DAY: Final = timedelta(days=1)


def import_section(record: HomeRecord, *, known: Container[str] = frozenset()) -> Outcome:
    """Make or change the section of this key, with its picks; raises InvalidImage.

    A schedule that is not over stays: loading again on another day changes nothing. `known` are
    hashes of pictures that hold pixels only.
    """
    stored = HomeSection.objects.filter(key=record.key).first()
    section = stored or HomeSection(key=record.key)
    different = {
        name: value
        for name, value in (_fields(record, known) | _schedule(record, stored)).items()
        if getattr(section, name) != value
    }
    for name, value in different.items():
        setattr(section, name, value)
    if different or stored is None:
        section.save()
    picks, missing = _find_products(record)
    has_new_picks = _set_picks(section, picks)
    problems = tuple(
        Problem(line=record.line, identifier=record.key, message=f"There is no product {slug}.")
        for slug in missing
    )
    if stored is None:
        return Outcome(result="created", problems=problems)
    is_changed = bool(different) or has_new_picks
    return Outcome(result="updated" if is_changed else "unchanged", problems=problems)


def next_time(first: str, end: str, *, now: datetime) -> tuple[datetime, datetime]:
    """Return the beginning and the end of a yearly season, of the time that is not over yet.

    Days are MM-DD in the shop's time zone; the season ends as its last day begins.
    """
    for year in range(now.year - 1, now.year + 2):
        begins = _moment(year, first)
        ends = _moment(year + (end <= first), end)
        if ends > now:
            break
    return begins, ends


def _fields(record: HomeRecord, known: Container[str]) -> dict[str, Any]:
    category = Category.objects.filter(slug=record.category).first() if record.category else None
    file = record.picture
    picture = (
        keep_home_picture(content=file.read_bytes(), filename=file.name, known=known)
        if file
        else None
    )
    return {
        "kind": record.kind,
        "title": record.title,
        "text": record.text,
        "link_text": record.link_text,
        "link_path": record.link_path,
        "rule": record.rule,
        "category": category,
        "picture": picture,
        "picture_alt": record.picture_alt,
        "position": record.line,
    }


def _schedule(record: HomeRecord, stored: HomeSection | None) -> dict[str, Any]:
    now = timezone.localtime()
    is_running = stored is not None and stored.ends_at is not None and stored.ends_at > now
    if not record.season or is_running:
        return {}
    begins, ends = next_time(*record.season, now=now)
    return {"starts_at": begins, "ends_at": ends}


def _moment(year: int, day: str) -> datetime:
    try:
        naive = datetime.fromisoformat(f"{year}-{day}")
    except ValueError:  # 29 February of most years
        naive = datetime.fromisoformat(f"{year}-02-28") + _DAY
    return timezone.make_aware(naive)


def _find_products(record: HomeRecord) -> tuple[list[int], list[str]]:
    """Return the ids of the products in their order, and the slugs of which there is none."""
    found = dict(Product.objects.filter(slug__in=record.products).values_list("slug", "pk"))
    picks = [found[slug] for slug in record.products if slug in found]
    return picks, [slug for slug in record.products if slug not in found]


def _set_picks(section: HomeSection, products: list[int]) -> bool:
    """Give the section these picks and return whether it had others."""
    if list(section.picks.values_list("product_id", flat=True)) == products:
        return False
    section.picks.all().delete()
    for position, product in enumerate(products, start=1):
        section.picks.create(product_id=product, position=position)
    return True
