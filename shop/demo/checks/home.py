"""The front page: what its sections name exists, and every day of the year has one opening."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from shop.demo.checks.finding import Finding
from shop.demo.checks.links import targets
from shop.demo.checks.records import Demo, Section

# A leap year, so that 29 February is looked at too.
_YEAR: Final = 2028


def check_home(demo: Demo) -> Iterator[Finding]:
    """Yield sections that name what is not there, and days with no opening or with two."""
    for key, number in Counter(section.key for section in demo.home).items():
        if number > 1:
            yield _finding(key, "this key is used twice", "give each its own")
    for section in demo.home:
        yield from _check_section(demo, section)
    if demo.home:
        yield from _check_openings(demo)


def _check_section(demo: Demo, section: Section) -> Iterator[Finding]:
    if section.link_path and section.link_path.partition("?")[0] not in targets(demo):
        problem = f"the link {section.link_path} leads nowhere"
        yield _finding(section.key, problem, "write the path of a page, product or category")
    if section.category and section.category not in {*demo.leaves, *demo.branches}:
        yield _finding(section.key, f"there is no category {section.category}", "name one")
    for slug in section.products:
        product = demo.by_slug.get(slug)
        if product is None or product.status != "active":
            yield _finding(section.key, f"{slug} is not on sale", "pick an active product")
        elif not any(variant.stock for variant in product.variants):
            yield _finding(section.key, f"{slug} is sold out", "pick one that can be had")
    for day in section.season:
        if _to_date(day) is None:
            yield _finding(section.key, f"{day} is no day", "write a month and a day, as in 03-01")


def _check_openings(demo: Demo) -> Iterator[Finding]:
    days = [date(_YEAR, 1, 1) + timedelta(number) for number in range(366)]
    openings = [section for section in demo.home if section.kind == "hero"]
    wrong = {
        day: number
        for day in days
        if (number := sum(_is_shown(section, day) for section in openings)) != 1
    }
    if wrong:
        day, number = next(iter(wrong.items()))
        problem = f"{day:%m-%d} and {len(wrong) - 1} other days have {number} openings"
        yield _finding("the year", problem, "let one season end where the next begins")


def _is_shown(section: Section, day: date) -> bool:
    if not section.season:
        return True
    begin, end = (_to_date(each) for each in section.season)
    if begin is None or end is None:
        return False
    return begin <= day < end if begin < end else day >= begin or day < end


def _to_date(day: str) -> date | None:
    try:
        return date(_YEAR, int(day[:2]), int(day[3:]))
    except ValueError:
        return None


def _finding(subject: str, problem: str, mend: str) -> Finding:
    return Finding(file="home.json", subject=subject, problem=problem, mend=mend)
