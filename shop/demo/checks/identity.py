"""What must be unique, and the barcodes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from shop.demo.checks.finding import Finding
from shop.demo.checks.records import Demo

# GS1 keeps 200 to 299 for use inside one company.
_OWN_RANGE: Final = range(200, 300)


def check_identity(demo: Demo) -> Iterator[Finding]:
    """Yield slugs, titles, SKUs, barcodes and review ids that are used twice."""
    yield from _twice("slug", ((p.slug, p.file) for p in demo.products))
    yield from _twice("title", ((p.title, p.file) for p in demo.products))
    variants = [(v, p) for p in demo.products for v in p.variants]
    yield from _twice("SKU", ((v.sku, p.file) for v, p in variants))
    yield from _twice("barcode", ((v.barcode, p.file) for v, p in variants))
    yield from _twice("review id", ((r.id, r.file) for r in demo.reviews))
    yield from _twice("question slug", ((q.slug, "faq.json") for q in demo.questions))
    slugs = [*demo.leaves, *demo.branches]
    if len(set(slugs)) < len(slugs):
        yield Finding(
            file="categories.json",
            subject="the tree",
            problem="a leaf and a branch share a slug",
            mend="give each its own",
        )


def check_barcodes(demo: Demo) -> Iterator[Finding]:
    """Yield barcodes with a wrong check digit, or with the digits of another category."""
    prefixes: dict[str, Counter[str]] = defaultdict(Counter)
    for product in demo.products:
        prefixes[product.category].update(v.barcode[:3] for v in product.variants)
    own = {category: count.most_common(1)[0][0] for category, count in prefixes.items()}
    for product in demo.products:
        for variant in product.variants:
            for problem, mend in _barcode_faults(variant.barcode, own[product.category]):
                yield Finding(file=product.file, subject=product.slug, problem=problem, mend=mend)
    shared = [prefix for prefix, number in Counter(own.values()).items() if number > 1]
    for prefix in shared:
        names = sorted(category for category, digits in own.items() if digits == prefix)
        yield Finding(
            file=f"products/{names[-1]}.json",
            subject="barcodes",
            problem=f"the digits {prefix} serve {' and '.join(names)}",
            mend="give each leaf category its own",
            also_in=f"products/{names[0]}.json",
        )


def _barcode_faults(code: str, prefix: str) -> Iterator[tuple[str, str]]:
    if (digit := ean13_digit(code[:12])) != code[12]:
        yield f"barcode {code} has check digit {code[12]}", f"it is {digit}"
    if code[:3] != prefix:
        problem = f"barcode {code} does not begin with {prefix} as its category does"
        yield problem, f"number it on from the highest {prefix}…"
    if int(code[:3]) not in _OWN_RANGE:
        yield f"barcode {code} is outside 200 to 299", "use the category's own digits"


def ean13_digit(twelve: str) -> str:
    """Return the check digit for the first twelve digits of an EAN-13 (GS1 General Specs 7.9)."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(twelve))
    return str(-total % 10)


def _twice(what: str, items: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for key, file in items:
        if key in seen:
            yield Finding(
                file=file,
                subject=key,
                problem=f"this {what} is used twice (also in {seen[key]})",
                mend="change the newer one",
                also_in=seen[key],
            )
        seen.setdefault(key, file)
