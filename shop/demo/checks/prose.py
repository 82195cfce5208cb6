"""Length and tags of descriptions; sentences that were written twice."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from shop.demo.checks.finding import Finding
from shop.demo.checks.records import Demo, Product

MIN_WORDS, MAX_WORDS = 60, 200
ALLOWED_TAGS: Final = {"p", "ul", "li", "strong", "em", "h3"}
RUN: Final = 12  # words that two texts must not share
MASKED_RUN: Final = 10  # words after masking, between two descriptions
# A masked run of fewer different words is a list of figures ("S to # cm, M to # cm").
_MASKED_WORDS: Final = 7
_WORD: Final = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_MASK: Final = "#"


def check_descriptions(demo: Demo) -> Iterator[Finding]:
    """Yield descriptions of a wrong length or with tags that are not allowed."""
    for product in demo.products:
        count = count_words(product.plain)
        if not MIN_WORDS <= count <= MAX_WORDS:
            yield Finding(
                file=product.file,
                subject=product.slug,
                problem=f"the description has {count} words",
                mend=f"write {MIN_WORDS} to {MAX_WORDS}",
            )
        if extra := product.tags - ALLOWED_TAGS:
            yield Finding(
                file=product.file,
                subject=product.slug,
                problem=f"tags {sorted(extra)} in the description",
                mend=f"use {', '.join(sorted(ALLOWED_TAGS))} only",
            )
        if problem := _unbalanced(product.description):
            yield Finding(
                file=product.file, subject=product.slug, problem=problem, mend="close each tag"
            )


def check_runs(demo: Demo) -> Iterator[Finding]:
    """Yield pairs of descriptions or reviews that share a run of twelve words."""
    texts = [(p.file, p.slug, split_words(p.plain)) for p in demo.products]
    texts += [(r.file, r.id, split_words(r.body)) for r in demo.reviews]
    for first, second, words in shared_runs(texts, RUN):
        yield Finding(
            file=second[0],
            subject=second[1],
            problem=f"shares {len(words)} words with {first[1]}: “{' '.join(words)}”",
            mend="write one of them anew",
            also_in=first[0],
        )


def check_templates(demo: Demo) -> Iterator[Finding]:
    """Yield descriptions that are equal once figures, colours and names are masked."""
    names = _names(demo)
    texts = [(p.file, p.slug, mask_words(p, names)) for p in demo.products]
    for first, second, words in shared_runs(texts, MASKED_RUN):
        if len({word for word in words if word != _MASK and len(word) > 1}) < _MASKED_WORDS:
            continue
        yield Finding(
            file=second[0],
            subject=second[1],
            problem=f"same sentence as {first[1]} with other names: “{' '.join(words)}”",
            mend="say it in another way",
            also_in=first[0],
        )


def count_words(text: str) -> int:
    """Return the number of words as a reader counts them: "130 × 180 cm" has three."""
    return sum(any(c.isalnum() for c in part) for part in text.split())


def split_words(text: str) -> list[str]:
    """Return the words in small letters, without punctuation."""
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold())]


def mask_words(product: Product, names: set[str]) -> list[str]:
    """Return the words of the description with figures, colours and names as #."""
    return [
        _MASK if any(c.isdigit() for c in word) or word in names else word
        for word in split_words(product.plain)
    ]


def shared_runs(
    texts: Iterable[tuple[str, str, list[str]]], length: int
) -> Iterator[tuple[tuple[str, str], tuple[str, str], list[str]]]:
    """Yield two texts and the longest run of at least `length` words that they share.

    One dictionary of runs, so that the time grows with the words and not with the pairs.
    """
    seen: dict[tuple[str, ...], tuple[str, str]] = {}
    for file, subject, words in texts:
        longest: dict[tuple[str, str], list[str]] = defaultdict(list)
        current: list[str] = []
        previous: tuple[str, str] | None = None
        for start in range(len(words) - length + 1):
            run = tuple(words[start : start + length])
            owner = seen.setdefault(run, (file, subject))
            if owner[1] == subject:
                previous = None
                continue
            current = [*current, run[-1]] if owner == previous else list(run)
            previous = owner
            if len(current) > len(longest[owner]):
                longest[owner] = current
        for owner, shared in longest.items():
            yield owner, (file, subject), shared


def _names(demo: Demo) -> set[str]:
    """Return the words of colours, brands and titles."""
    parts = [x for p in demo.products for x in p.texts("colour")]
    parts += demo.brands.values()
    titles = [p.title for p in demo.products]
    return {word for part in [*parts, *titles] for word in split_words(part)} - {
        "and",
        "with",
        "in",
    }


def _unbalanced(description: str) -> str:
    open_tags: list[str] = []
    for closing, name in re.findall(r"<(/?)([a-z0-9]+)[^>]*>", description):
        if not closing:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return f"</{name}> closes nothing"
    return f"<{open_tags[-1]}> is not closed" if open_tags else ""
