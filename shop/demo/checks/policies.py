"""Pages and answers against the shop's settings and against each other."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from babel import Locale
from babel.numbers import get_currency_symbol

from shop.demo.checks.finding import Finding
from shop.demo.checks.names import is_named
from shop.demo.checks.quantities import find_quantities
from shop.demo.checks.records import Demo

_ENGLISH: Final = Locale("en")
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE: Final = re.compile(r"\+\d[\d ]{7,}\d")
_SIGNS: Final = re.compile(r"[£$¥]|\b(?:EUR|GBP|USD|CHF|SEK|NOK|DKK|PLN)\b")
_AMOUNT: Final = re.compile(r"€(\d+(?:\.\d\d)?)")
_ROW: Final = re.compile(
    r"^\| (?P<country>[^|]+?) \| €(?P<price>[\d.]+) \| €(?P<free>[\d.]+) \| "
    r"(?P<days>\d+–\d+) \|$",
    re.MULTILINE,
)
# Parcels go to Europe or nowhere; names of countries farther off are not looked for.
_EUROPE: Final = (
    "Andorra|Albania|Austria|Bosnia|Belgium|Britain|Bulgaria|Belarus|Croatia|Cyprus|Czechia|"
    "Denmark|England|Estonia|Finland|France|Germany|Greece|Hungary|Iceland|Ireland|Italy|Kosovo|"
    "Latvia|Liechtenstein|Lithuania|Luxembourg|Malta|Moldova|Monaco|Montenegro|Netherlands|"
    "North Macedonia|Norway|Poland|Portugal|Romania|San Marino|Scotland|Serbia|Slovakia|Slovenia|"
    "Spain|Sweden|Switzerland|Turkey|Ukraine|United Kingdom|Wales"
)
# What a page states once; every other place repeats its words: name, page, words.
_FACTS: Final = (
    ("return window", "returns", r"within (\d+) days of delivery|(\d+) days, same rules"),
    ("label for a return", "returns", r"(€\d+(?:\.\d\d)?),? taken off the refund"),
    ("refund", "returns", r"[Ww]ithin (\w+) working days after"),
    ("hour of the last order", "shipping", r"before (\d+:\d\d)"),
    ("express", "shipping", r"express (?:delivery )?(?:costs|for) (€\d+(?:\.\d\d)?)"),
    ("a late parcel", "shipping", r"(\w+) working days later than the table"),
    ("age for knives", "light-flame-and-blades", r"adults of (\d+) and over"),
    ("flash point", "light-flame-and-blades", r"flash point (?:above|of more than) (\d+) °C"),
    ("repair bench", "contact", r"Thursdays from (\d+:\d\d to \d+:\d\d)"),
    ("telephone", "contact", r"Monday to Friday from (\d+:\d\d to \d+:\d\d)"),
    ("hours hot", "about", r"from (\d+ °C down to \d+ °C),? in a room at \d+ °C"),
    ("warranty", "warranty-and-repairs", r"(\w+) years on everything"),
    ("post for spare parts", "warranty-and-repairs", r"small post for (€\d+(?:\.\d\d)?)"),
)
_DAYS: Final = re.compile(r"\b([\w–]+) (?:working )?days?\b")
_CLOCK: Final = re.compile(r"\b\d{1,2}:\d\d\b")


def check_settings(demo: Demo) -> Iterator[Finding]:
    """Yield pages and answers that name another address, number, country or currency."""
    shop = demo.shop
    if not shop:
        return
    sign = get_currency_symbol(shop["currency"], _ENGLISH)
    if sign != "€":
        yield _finding("shop.json", "currency", "prices are written with €", "set it to EUR")
    for what, pattern, right in (
        ("e-mail", _MAIL, shop["email"]),
        ("telephone", _PHONE, shop["phone"]),
        ("an amount in", _SIGNS, sign),
    ):
        for file, subject, text in _texts(demo):
            for found in sorted({*pattern.findall(text)} - {right}):
                yield _finding(file, subject, f"{what} {found}", f"the shop's is {right}")
    contact = next((page.said for page in demo.pages if page.slug == "contact"), "")
    country = _ENGLISH.territories.get(shop["country"], shop["country"])
    for wanted in (shop["email"], shop["phone"], country):
        if wanted not in contact:
            yield _finding("pages/contact.md", "text", f"{wanted} is not on it", "write it there")


def check_shipping(demo: Demo) -> Iterator[Finding]:
    """Yield countries, prices and times that are not those of the shipping table."""
    shipping = next((page for page in demo.pages if page.slug == "shipping"), None)
    if shipping is None:
        return
    rows = {row["country"]: row for row in _ROW.finditer(shipping.body)}
    refused = shipping.body.partition("## Where we do not ship")[2].partition("##")[0]
    known = {*rows, *re.findall(rf"\b(?:{_EUROPE})\b", refused)}
    for file, subject, text in _texts(demo):
        for name in sorted({*re.findall(rf"\b(?:{_EUROPE})\b", text)} - known):
            yield _finding(file, subject, f"{name} is not in the table", "see pages/shipping")
        yield from _wrong_times(file, subject, text, rows)
        yield from _wrong_terms(file, subject, text, rows)


def _wrong_terms(
    file: str, subject: str, text: str, rows: dict[str, re.Match[str]]
) -> Iterator[Finding]:
    """Yield "€4.90 (free from €60)" and "thirteen countries" where the table has others."""
    terms = {(row["price"], row["free"]) for row in rows.values()}
    for price, free in re.findall(r"€([\d.]+)[^€]*\(free from €([\d.]+)\)", text):
        if (price, free) not in terms:
            problem = f"€{price}, free from €{free}, is in no row of the table"
            yield _finding(file, subject, problem, "see pages/shipping")
    for count in re.findall(r"\b(\w+) countries on the", text):
        stated = [q.value for q in find_quantities(count)]
        if stated and stated[0] != len(rows):
            problem = f"{count} countries, but the table has {len(rows)}"
            yield _finding(file, subject, problem, "count them")


def _wrong_times(
    file: str, subject: str, text: str, rows: dict[str, re.Match[str]]
) -> Iterator[Finding]:
    """Yield countries of "3–5 to Austria, Belgium and the Netherlands" with other times."""
    found = [*re.finditer(r"(\d+–\d+) to ", text)]
    for place, match in enumerate(found, start=1):
        end = found[place].start() if place < len(found) else len(text)
        listed = text[match.end() : end].partition(".")[0]
        for country, row in rows.items():
            if country in listed and row["days"] != match[1]:
                problem = f"{match[1]} days to {country}, where the table has {row['days']}"
                yield _finding(file, subject, problem, "see pages/shipping")


def check_facts(demo: Demo) -> Iterator[Finding]:
    """Yield places that repeat a page's statement with another figure."""
    pages = {page.slug: _flat(page.said) for page in demo.pages}
    places = [*_texts(demo), *((p.file, p.slug, _flat(p.plain)) for p in demo.products)]
    for name, slug, pattern in _FACTS:
        told = _found(pattern, pages.get(slug, ""))
        if not told:
            yield _finding(f"pages/{slug}.md", name, "is not stated", f"say: {pattern}")
        for file, subject, text in places:
            for other in sorted(_found(pattern, text) - told):
                problem = f"{name}: {other}, where pages/{slug} has {' and '.join(sorted(told))}"
                yield _finding(file, subject, problem, "repeat the page word for word")
    everything = " ".join(pages.values())
    days, clock = set(_DAYS.findall(everything)), set(_CLOCK.findall(everything))
    days |= {word for span in days for word in span.split("–")}
    for question in demo.questions:
        text = _flat(question.answer)
        told = {f"{x} days" for x in _numeric(_DAYS.findall(text)) - _numeric([*days])}
        for other in sorted(told | (set(_CLOCK.findall(text)) - clock)):
            yield _finding("faq.json", question.slug, f"{other} is on no page", "see the page")


def check_amounts(demo: Demo) -> Iterator[Finding]:
    """Yield amounts of answers and descriptions that no page and no price list holds.

    They may also name the difference of two prices ("costs €70 more").
    """
    amounts = {Decimal(x) for page in demo.pages for x in _AMOUNT.findall(page.said)}
    amounts |= {price for product in demo.products for price in product.prices()}
    texts = [("faq.json", q.slug, f"{q.question} {q.answer}") for q in demo.questions]
    texts += [(p.file, p.slug, p.said) for p in demo.products]
    for file, subject, text in texts:
        for amount in sorted({Decimal(x) for x in _AMOUNT.findall(text)} - amounts):
            if amount not in _steps(demo, text):
                problem = f"€{amount} is on no page and no product's price"
                yield _finding(file, subject, problem, "see the pages")


def _steps(demo: Demo, text: str) -> set[Decimal]:
    """Return the differences between prices of products that the text names."""
    named = [product for product in demo.products if is_named(demo, product, text)]
    prices = {price for product in named for price in product.prices()}
    return {abs(one - other) for one in prices for other in prices}


def check_makers(demo: Demo) -> Iterator[Finding]:
    """Yield a number of makers on a page that is not the number of brands, and other promises."""
    for page in demo.pages:
        for word in re.findall(r"\b([A-Z][\w-]+) makers\b", _flat(page.said)):
            stated = [q.value for q in find_quantities(word)]
            if stated and stated[0] != len(demo.brands):
                problem = f"{word} makers, but brands.json has {len(demo.brands)}"
                yield _finding(page.file, "text", problem, "write the number of brands")
    promises = _promises(demo)
    places = [*_texts(demo), *((p.file, p.slug, _flat(p.plain)) for p in demo.products)]
    for maker, years in promises.items():
        pattern = rf"\b{re.escape(maker)}(?:'s|’s| gives)? ([\w-]+)(?= years| on |,| and |\.)"
        for file, subject, text in places:
            for word in re.findall(pattern, text):
                stated = [q.value for q in find_quantities(word)]
                if stated and stated[0] not in years:
                    problem = f"{maker} promises {word} years, the table has {min(years):g}"
                    yield _finding(file, subject, problem, "see pages/warranty-and-repairs")


def check_sizes(demo: Demo) -> Iterator[Finding]:
    """Yield rows of the size guide whose figures a product's description does not have."""
    page = next((page for page in demo.pages if page.slug == "size-guide"), None)
    for row in re.findall(r"^\| (.+) \|$", page.body if page else "", re.MULTILINE):
        first, *cells = row.split(" | ")
        figures = set(re.findall(r"\d+(?:\.\d+)?", " ".join(cells)))
        for name in first.partition(",")[0].split(" and "):
            for product in demo.products:
                title = product.title.removeprefix(demo.brands.get(product.brand, "")).strip()
                if not title.startswith(name) or not name.strip("-"):
                    continue
                if missing := figures - set(re.findall(r"\d+(?:\.\d+)?", product.plain)):
                    problem = f"{name}: {', '.join(sorted(missing))} is not in {product.slug}"
                    yield _finding("pages/size-guide.md", "table", problem, "agree on one")


def _promises(demo: Demo) -> dict[str, set[float]]:
    page = next((page for page in demo.pages if page.slug == "warranty-and-repairs"), None)
    found: dict[str, set[float]] = {}
    for maker, promise in re.findall(
        r"^\| ([^|]+?) \| (\d+ years[^|]*) \|$", page.body if page else "", re.MULTILINE
    ):
        found[maker] = {float(number) for number in re.findall(r"\d+", promise)}
    return found


def _texts(demo: Demo) -> list[tuple[str, str, str]]:
    """Return file, subject and text of every page, answer and section, on one line each."""
    texts = [(page.file, "text", _flat(page.said)) for page in demo.pages]
    texts += [("faq.json", q.slug, _flat(q.answer)) for q in demo.questions]
    texts += [("home.json", section.key, _flat(section.said)) for section in demo.home]
    return texts + [("categories.json", slug, _flat(text)) for slug, text in demo.guides.items()]


def _flat(text: str) -> str:
    return " ".join(text.replace("**", "").split())


def _found(pattern: str, text: str) -> set[str]:
    return {next(x for x in match.groups() if x) for match in re.finditer(pattern, text)}


def _numeric(words: list[str]) -> set[float]:
    """Return the numbers among words and spans: "five", "14", "3–5"."""
    parts = [part for word in words for part in word.split("–")]
    return {q.value for part in parts for q in find_quantities(part)}


def _finding(file: str, subject: str, problem: str, mend: str) -> Finding:
    return Finding(file=file, subject=subject, problem=problem, mend=mend)
