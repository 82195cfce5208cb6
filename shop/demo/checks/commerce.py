"""What the shop charges for sending, tax and returns against the pages that promise it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from shop.demo.checks.finding import Finding
from shop.demo.checks.records import Demo
from shop.demo.history.shipping import Rate, parse_rates

STANDARD, EXPRESS = "standard", "express"
_EXPRESS: Final = re.compile(r"express delivery costs €(\d+(?:\.\d\d)?) and arrives on the next")
_EXPRESS_HOME_ONLY: Final = "no express service to other countries"
_WITH_VAT: Final = "All prices include VAT"
_RETURN_DAYS: Final = re.compile(r"within (\d+) days of delivery")
_LABEL: Final = re.compile(r"it costs €(\d+(?:\.\d\d)?), taken off the refund")
_LABEL_FREE: Final = re.compile(r"From (\w+) the label is free")
_KEPT: Final = re.compile(r"(\d+) minutes from the moment you order")


def check_commerce(demo: Demo) -> Iterator[Finding]:
    """Yield prices, times and terms of commerce.json that the shop's own pages do not state."""
    if not demo.commerce:
        return
    pages = {page.slug: " ".join(page.body.replace("**", "").split()) for page in demo.pages}
    table = next((page.body for page in demo.pages if page.slug == "shipping"), "")
    yield from _check_countries(demo)
    yield from _check_table(demo, table)
    yield from _check_express(demo, pages.get("shipping", ""))
    yield from _check_tax(demo, pages.get("shipping", ""))
    yield from _check_returns(demo, pages.get("returns", ""))
    yield from _check_reservation(demo)


def _check_countries(demo: Demo) -> Iterator[Finding]:
    """Yield countries that a tax or a method names and the list does not, and the other way."""
    names = _country_names(demo)
    for tax in demo.commerce["tax_classes"]:
        for code in sorted(names.keys() ^ tax["rates"].keys()):
            yield _finding(code, f"is in the countries or in {tax['code']} only", "name it in both")
    for method in demo.commerce["methods"]:
        used = [code for rate in method["rates"] for code in rate["countries"]]
        for code in sorted(set(used) - names.keys()):
            yield _finding(method["code"], f"{code} is no country of the shop", "name it there")
        for code in sorted(code for code in set(used) if used.count(code) > 1):
            yield _finding(method["code"], f"{code} has two prices", "keep one")


def _check_table(demo: Demo, page: str) -> Iterator[Finding]:
    """Yield countries whose standard delivery is not as in the table of the shipping page."""
    try:
        promised = parse_rates(page)
    except ValueError as error:
        yield _finding(STANDARD, str(error), "see pages/shipping")
        return
    charged = _rates_of(demo, STANDARD)
    for code in sorted(promised.keys() | charged.keys()):
        if promised.get(code) != charged.get(code):
            problem = f"{code}: {_words(charged.get(code))}, the page has "
            yield _finding(STANDARD, problem + _words(promised.get(code)), "see pages/shipping")
    for country in demo.commerce["countries"]:
        if not re.search(rf"^\| {re.escape(country['name'])} \|", page, re.MULTILINE):
            yield _finding(country["code"], f"{country['name']} is not in the table", "agree")


def _check_express(demo: Demo, page: str) -> Iterator[Finding]:
    told = _EXPRESS.search(page)
    if told is None or _EXPRESS_HOME_ONLY not in page:
        yield _finding(EXPRESS, "pages/shipping does not say what it costs and where", "say it")
        return
    promised = {demo.shop["country"]: Rate(price=Decimal(told[1]), least_days=1, most_days=1)}
    charged = _rates_of(demo, EXPRESS)
    if charged != promised:
        said = ", ".join(f"{code}: {_words(rate)}" for code, rate in sorted(charged.items()))
        wanted = f"{demo.shop['country']}: {_words(promised[demo.shop['country']])}"
        yield _finding(EXPRESS, f"{said or 'nowhere'}, the page has {wanted}", "agree on one")


def _check_tax(demo: Demo, page: str) -> Iterator[Finding]:
    if _WITH_VAT not in page:
        yield _finding("tax", f"pages/shipping does not say: {_WITH_VAT}", "say it")
    for tax in demo.commerce["tax_classes"]:
        if not tax["is_included"]:
            yield _finding(tax["code"], "comes on top, but all prices include VAT", "include it")


def _check_returns(demo: Demo, page: str) -> Iterator[Finding]:
    """Yield terms of returns that the page states otherwise, or not at all."""
    terms, names = demo.commerce["returns"], _country_names(demo)
    free_in = " ".join(names.get(code, code) for code in terms["label_free_in"])
    for what, pattern, kept in (
        ("days", _RETURN_DAYS, str(terms["days"])),
        ("price of a label", _LABEL, terms["label_price"]),
        ("free label", _LABEL_FREE, free_in),
    ):
        told = set(pattern.findall(page))
        if told != {kept}:
            said = ", ".join(sorted(told)) or "nothing"
            yield _finding("returns", f"{what}: {kept}, pages/returns has {said}", "agree on one")


def _check_reservation(demo: Demo) -> Iterator[Finding]:
    kept = str(demo.commerce["reservation_minutes"])
    for question in demo.questions:
        for told in _KEPT.findall(question.answer):
            if told != kept:
                problem = f"{kept}, but {question.slug} has {told}"
                yield _finding("reservation_minutes", problem, "agree on one")


def _rates_of(demo: Demo, method: str) -> dict[str, Rate]:
    """Return what a method costs by country."""
    return {
        code: Rate(
            price=Decimal(rate["price"]),
            free_from=None if rate["free_from"] is None else Decimal(rate["free_from"]),
            least_days=rate["days"][0],
            most_days=rate["days"][1],
        )
        for each in demo.commerce["methods"]
        if each["code"] == method
        for rate in each["rates"]
        for code in rate["countries"]
    }


def _country_names(demo: Demo) -> dict[str, str]:
    countries: list[dict[str, Any]] = demo.commerce["countries"]
    return {country["code"]: country["name"] for country in countries}


def _words(rate: Rate | None) -> str:
    if rate is None:
        return "nothing"
    free = "" if rate.free_from is None else f", free from €{rate.free_from.normalize():f}"
    return f"€{rate.price}{free}, {rate.least_days}–{rate.most_days} days"


def _finding(subject: str, problem: str, mend: str) -> Finding:
    return Finding(file="commerce.json", subject=subject, problem=problem, mend=mend)
