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

DEPTH: Final = 10
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


def evaluate_links(links: Links, ways: Mapping[str, Any]) -> dict[str, Any]:
    """Return recall@10 by kind of link: {kind: {"products", "links", "ways", "semantic_over"}}.

    `ways` are scores [n_items, n_items] by name, `semantic` among them. `popularity` is added here:
    how often other products link to one by the same kind, the asked product's own links not
    counted.
    """
    return {kind: _of_kind(of_kind, ways) for kind, of_kind in sorted(links.items())}


def _of_kind(links: Mapping[int, frozenset[int]], ways: Mapping[str, Any]) -> dict[str, Any]:
    size = len(next(iter(ways.values())))
    linked = Counter(other for others in links.values() for other in others)
    total = np.zeros(size)
    total[list(linked)] = list(linked.values())
    recalls: dict[str, list[float]] = {"popularity": [], **{way: [] for way in ways}}
    for item, wanted in links.items():
        own = total.copy()
        own[list(wanted)] -= 1
        rows = {"popularity": own, **{way: scores[item] for way, scores in ways.items()}}
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
        "semantic_over": {
            way: {
                "difference": round(interval.difference, 5),
                "low": round(interval.low, 5),
                "high": round(interval.high, 5),
            }
            for way, of in values.items()
            if way != "semantic"
            for interval in [compare(values["semantic"], of)]
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
