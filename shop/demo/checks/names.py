"""Capitals inside a sentence: a product of the shop, its brand, or a word that has one anyway."""

import re
from collections.abc import Iterator
from typing import Final

from shop.demo.checks.finding import Finding
from shop.demo.checks.records import Demo, Product

# What English writes with a capital, and the places that the texts tell of.
_ORDINARY: Final = set(
    re.findall(
        r"[^\W\d_]+",
        """
        January February March April May June July August September October November December
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday Easter Christmas
        English German French Spanish Irish Norwegian Dutch Swedish Italian Scottish Welsh
        Achilles Atlantic Ballymoyne Beaufort Europe Ham Iceland Mayo Santiago
        Austria Belgium Denmark Finland France Germany Ireland Italy Luxembourg Netherlands
        Portugal Spain Sweden United Kingdom Switzerland Norway Vitrine Outfitters
        """,
    )
)
_INSIDE: Final = re.compile(r"(?<=[a-z,;] )(?:[A-Z][^\W\d_A-Z]+|[A-Z]+\d\w*)\b")
# Sizes of paper, grades of protection: what has a digit and is no product.
_NORM: Final = re.compile(r"A\d|IPX?\d+|CR\d+|EN\d+")


def check_names(demo: Demo) -> Iterator[Finding]:
    """Yield descriptions, answers and sections that name what the shop does not have."""
    known = _ORDINARY | _words(demo)
    texts = [(p.file, p.slug, p.plain) for p in demo.products]
    texts += [("faq.json", q.slug, q.answer) for q in demo.questions]
    texts += [("home.json", section.key, section.said) for section in demo.home]
    texts += [("categories.json", slug, guide) for slug, guide in demo.guides.items()]
    for file, subject, text in texts:
        for name in sorted({*_INSIDE.findall(text)}):
            if not {name, name.removesuffix("s")} & known and not _NORM.fullmatch(name):
                yield Finding(
                    file=file,
                    subject=subject,
                    problem=f"{name} is no product, brand or colour of the shop",
                    mend="name one that exists",
                )


def is_named(demo: Demo, product: Product, text: str) -> bool:
    """Tell whether the text has a word of the title behind the brand: Cairn, Kite, CH520."""
    name = product.title.removeprefix(demo.brands.get(product.brand, ""))
    words = [word for word in name.split() if word in text]  # the regex alone takes seconds
    return any(re.search(rf"\b{re.escape(word)}", text) for word in words)


def _words(demo: Demo) -> set[str]:
    texts = [*demo.by_title, *demo.brands.values(), *demo.leaves.values()]
    for product in demo.products:
        texts += [value for code in product.attributes for value in product.texts(code)]
    return {word for text in texts for word in re.findall(r"\w+", text)}
