"""What a candidate is judged by: one row of numbers a product, from what the lanes found (pure).

Nothing here asks the database: the lanes' scores and the facts of the leading products are at hand.
Every feature lies between 0 and 1 and is computed against the query's own candidates, so that a
model learnt on one catalogue means the same on another.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ai.search.query import K1
from ai.search.types import Query
from ai.search.understanding.boosts import MOST, Facts
from ai.search.understanding.tokens import singular

Matrix = NDArray[np.float64]

# By name, with what staff read. Their order is that of the columns.
FEATURES: Final[dict[str, str]] = {
    "words": "BM25 of its words, of what the query could reach",
    "meaning": "closeness of its meaning",
    "likeness": "closeness to the first by both lanes",
    "coverage": "share of the query's words that it has",
    "title": "share of the query's words in its title",
    "head": "what the query is about stands in its title",
    "words_lead": "its words against the best match",
    "meaning_lead": "its meaning against the nearest",
    "density": "share of its title that the query names",
    "phrase": "words side by side as in the query",
    "numbers": "numbers of the query in its title",
    "kind": "share of the leading matches of its category",
    "asked": "brand, category or value that the text names",
    "stars": "its rating, few reviews weighed less",
    "reviews": "number of its reviews, against the others",
    "price": "its price, against the others",
    "title_length": "length of its title",
    "query_length": "length of the query",
    "query_known": "share of the query's words that the catalogue has",
    "words_best": "how well anything matches by words",
    "meaning_best": "how near anything is in meaning",
    "agreement": "how far both lanes lead with the same products",
}
# The columns that are the same for all candidates of a query.
PER_QUERY: Final = [
    list(FEATURES).index(name)
    for name in ("query_length", "query_known", "words_best", "meaning_best", "agreement")
]
# The columns that say how titles are written.
STYLE: Final = [list(FEATURES).index(name) for name in ("density", "title_length")]
# Voters for the category: the products that lead the fusion.
VOTERS: Final = 20
# Levels of a category's path that are told apart, and the characters of one.
LEVELS: Final = 4
STEP: Final = 4
# Stars and reviews of a product of which nothing is known yet.
PRIOR_STARS: Final = 3.8
PRIOR_REVIEWS: Final = 5
LONG_TITLE: Final = 40
LONG_QUERY: Final = 10
LEADING: Final = 10

_TOKEN: Final = re.compile(r"[a-z]+|[0-9]+(?:[.,/][0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the lanes and the catalogue say of the candidates, by product id; `ids` best first."""

    query: Query
    ids: Sequence[int]
    fused: Mapping[int, float]
    words: Mapping[int, float]
    meaning: Mapping[int, float]
    # Closeness to the mean of the first.
    likeness: Mapping[int, float]
    # The shares of the query's words: in all of the product, in its title, and of its head.
    coverage: Mapping[int, float]
    title: Mapping[int, float]
    heads: frozenset[int]
    boosts: Mapping[int, float]
    facts: Mapping[int, Facts]

    @staticmethod
    def columns(*names: str) -> list[int]:
        """Return the columns of features."""
        return [list(FEATURES).index(name) for name in names]


def build_features(evidence: Evidence) -> Matrix:
    """Return the features of the candidates, float64 [len(ids), len(FEATURES)]."""
    if not evidence.ids:
        return np.zeros((0, len(FEATURES)))
    facts = [evidence.facts.get(id_, Facts()) for id_ in evidence.ids]
    columns = {
        **_of_lanes(evidence),
        **_of_titles(evidence.query, [each.title for each in facts]),
        "kind": _kinds(evidence, facts),
        "asked": _column(evidence.ids, evidence.boosts) / MOST,
        **_of_sales(facts),
        **_of_query(evidence),
    }
    size = len(evidence.ids)
    return np.stack(
        [np.broadcast_to(np.asarray(columns[name], float), (size,)) for name in FEATURES], axis=1
    )


def _column(ids: Sequence[int], values: Mapping[int, float]) -> Matrix:
    return np.clip([values.get(id_, 0.0) for id_ in ids], 0.0, 1.0)


def _of_lanes(evidence: Evidence) -> dict[str, Matrix]:
    words = _column(evidence.ids, evidence.words)
    meaning = _column(evidence.ids, evidence.meaning)
    return {
        "words": words,
        "meaning": meaning,
        "likeness": _column(evidence.ids, evidence.likeness),
        "coverage": _column(evidence.ids, evidence.coverage),
        "title": _column(evidence.ids, evidence.title),
        "head": np.array([float(id_ in evidence.heads) for id_ in evidence.ids]),
        "words_lead": words / max(words.max(), 1e-9),
        "meaning_lead": meaning / max(meaning.max(), 1e-9),
    }


def _of_titles(query: Query, titles: Sequence[str]) -> dict[str, Matrix]:
    """Return how a title is made of the query's words: share, neighbours, numbers, length."""
    asked = tokens(query.searched)
    wanted = set(asked)
    pairs = set(pairwise(asked))
    numbers = {token for token in wanted if token[0].isdecimal()}
    rows = []
    for title in titles:
        named = tokens(title)
        found = wanted.intersection(named)
        rows.append(
            (
                sum(token in wanted for token in named) / max(len(named), 1),
                len(pairs.intersection(pairwise(named))) / max(len(pairs), 1),
                len(found & numbers) / len(numbers) if numbers else 0.5,
                min(len(named) / LONG_TITLE, 1.0),
            )
        )
    density, phrase, number, length = np.array(rows, float).T
    return {"density": density, "phrase": phrase, "numbers": number, "title_length": length}


@lru_cache(maxsize=20_000)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text, in the singular."""
    return tuple(singular(token) for token in _TOKEN.findall(text.lower()))


def _kinds(evidence: Evidence, facts: Sequence[Facts]) -> Matrix:
    """Return each candidate's share of the leading matches' votes, a mean over its levels.

    A vote weighs as much as its product leads the last voter.
    """
    leading = sorted(
        range(len(facts)), key=lambda row: -evidence.fused.get(evidence.ids[row], 0.0)
    )[: VOTERS + 1]
    least = evidence.fused.get(evidence.ids[leading[-1]], 0.0)
    votes: dict[str, float] = {}
    cast = 0.0
    for row in leading[:VOTERS]:
        weight = evidence.fused.get(evidence.ids[row], 0.0) - least + 1e-6
        cast += weight
        for prefix in _prefixes(facts[row].path):
            votes[prefix] = votes.get(prefix, 0.0) + weight
    shares = {prefix: weight / cast for prefix, weight in votes.items()}
    return np.array(
        [
            float(np.mean([shares.get(prefix, 0.0) for prefix in prefixes])) if prefixes else 0.0
            for prefixes in (_prefixes(each.path) for each in facts)
        ]
    )


def _prefixes(path: str) -> list[str]:
    return [path[:end] for end in range(STEP, min(len(path), LEVELS * STEP) + 1, STEP)]


def _of_sales(facts: Sequence[Facts]) -> dict[str, Matrix]:
    stars = [
        (each.stars * each.reviews + PRIOR_STARS * PRIOR_REVIEWS) / (each.reviews + PRIOR_REVIEWS)
        for each in facts
    ]
    reviews = np.log1p([each.reviews for each in facts])
    prices = sorted(each.price for each in facts if each.price is not None)
    return {
        "stars": (np.array(stars) - 1) / 4,
        "reviews": reviews / max(reviews.max(), 1e-9),
        # The middle for what has no price: neither dear nor cheap.
        "price": np.array(
            [
                0.5
                if each.price is None
                else np.searchsorted(prices, each.price) / max(len(prices) - 1, 1)
                for each in facts
            ]
        ),
    }


def _of_query(evidence: Evidence) -> dict[str, float]:
    words, meaning = evidence.words, evidence.meaning
    leaders = [
        set(sorted(lane, key=lane.__getitem__, reverse=True)[:LEADING]) for lane in (words, meaning)
    ]
    known = sum(term.idf for term in evidence.query.terms)
    return {
        "query_length": min(len(tokens(evidence.query.searched)) / LONG_QUERY, 1.0),
        "query_known": min(known * (K1 + 1) / max(evidence.query.possible, 1e-9), 1.0),
        "words_best": max(words.values(), default=0.0),
        "meaning_best": max(0.0, max(meaning.values(), default=0.0)),
        "agreement": len(leaders[0] & leaders[1]) / LEADING,
    }
