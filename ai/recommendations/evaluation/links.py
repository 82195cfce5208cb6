"""Links that a shop's staff chose by hand, found again from texts alone (pure).

Nothing was bought here yet: what a new shop shows on its first day.
"""

import csv
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from ai.recommendations.evaluation.errors import DataUnusable
from ai.recommendations.evaluation.measures import compare
from ai.recommendations.methods.borrowing import lenders_of
from ai.recommendations.methods.neighbours import Neighbours

DEPTH: Final = 10
BORROWED: Final = "borrowed"
TIE: Final = 1e-6
COLUMNS: Final = ("kind", "handle", "linked_handle")
# BM25's usual constants (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009).
K1: Final = 1.2
B: Final = 0.75
_WORD: Final = re.compile(r"\w+")

# Linked numbers by item, by kind of link.
Links = Mapping[str, Mapping[int, frozenset[int]]]


def read_links(path: Path, numbers: Mapping[str, int]) -> dict[str, dict[int, frozenset[int]]]:
    """Return the links between known items of a CSV of kind,handle,linked_handle.

    Raises DataUnusable.
    """
    found: dict[str, dict[int, set[int]]] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise DataUnusable(f"{path} has no column {', '.join(missing)}.")
            for row in reader:
                one, other = numbers.get(row["handle"]), numbers.get(row["linked_handle"])
                if one is not None and other is not None and one != other:
                    found.setdefault(row["kind"], {}).setdefault(one, set()).add(other)
    except OSError as error:
        raise DataUnusable(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise DataUnusable(f"{path} is not a text in UTF-8.") from error
    if not found:
        raise DataUnusable(f"{path} links none of the catalogue's products.")
    return {
        kind: {item: frozenset(linked) for item, linked in of_kind.items()}
        for kind, of_kind in found.items()
    }


def evaluate_links(
    links: Links, ways: Mapping[str, Any], *, semantic: Neighbours
) -> dict[str, Any]:
    """Return recall@10 by kind of link: {kind: {"products", "links", "ways", "borrowed_over"}}.

    `ways` are scores [n_items, n_items] by name. Two are added here that know the links of the
    other products, not those of the asked one: `popularity`, how often they lead to a product, and
    `borrowed`, where those lead that mean nearly the same, by `semantic`.
    """
    lenders = lenders_of(semantic)
    return {kind: _of_kind(of_kind, ways, lenders) for kind, of_kind in sorted(links.items())}


def _of_kind(
    links: Mapping[int, frozenset[int]], ways: Mapping[str, Any], lenders: Any
) -> dict[str, Any]:
    size = len(next(iter(ways.values())))
    known = np.zeros((size, size))
    for item, others in links.items():
        known[item, list(others)] = 1.0
    borrowed = lenders @ known
    linked = Counter(other for others in links.values() for other in others)
    total = np.zeros(size)
    total[list(linked)] = list(linked.values())
    names = ("popularity", *ways, BORROWED)
    recalls: dict[str, list[float]] = {way: [] for way in names}
    for item, wanted in links.items():
        own = total.copy()
        own[list(wanted)] -= 1
        rows = {"popularity": own, **{way: scores[item] for way, scores in ways.items()}}
        rows[BORROWED] = borrowed[item] + TIE * own
        for way, row in rows.items():
            scores = np.array(row, float)
            scores[item] = -np.inf
            first = np.lexsort((np.arange(size), -scores))[:DEPTH]
            recalls[way].append(len(wanted.intersection(first.tolist())) / len(wanted))
    values = {way: np.array(of_way) for way, of_way in recalls.items()}
    return {
        "products": len(links),
        "links": sum(len(wanted) for wanted in links.values()),
        "ways": {way: {"recall_at_10": round(float(of.mean()), 5)} for way, of in values.items()},
        f"{BORROWED}_over": {
            way: {
                "difference": round(interval.difference, 5),
                "low": round(interval.low, 5),
                "high": round(interval.high, 5),
            }
            for way, of in values.items()
            if way != BORROWED
            for interval in [compare(values[BORROWED], of)]
        },
    }


def title_scores(titles: Sequence[str]) -> Any:
    """Return BM25 of each title asked of all, [n_items, n_items]."""
    words = [Counter(_WORD.findall(title.lower())) for title in titles]
    frequency = Counter(word for title in words for word in title)
    mean = sum(title.total() for title in words) / max(len(words), 1)
    scores = np.zeros((len(titles), len(titles)))
    holders: dict[str, list[tuple[int, float]]] = {}
    for number, title in enumerate(words):
        length = K1 * (1 - B + B * title.total() / mean)
        for word, count in title.items():
            idf = math.log(1 + (len(titles) - frequency[word] + 0.5) / (frequency[word] + 0.5))
            weight = idf * count * (K1 + 1) / (count + length)
            holders.setdefault(word, []).append((number, weight))
    for number, title in enumerate(words):
        for word in title:
            for other, weight in holders[word]:
                scores[number, other] += weight
    return scores
