"""Which terms of a branch of the catalogue are aspects: found in its reviews, merged by meaning.

A term becomes an aspect when enough reviews of enough products of the branch mention it with an
opinion. A longer one ("battery life") stands for itself where its words belong together: their
pointwise mutual information and its own count decide, as in the C-value of Frantzi, Ananiadou &
Mima (2000), which takes off what a term owes to longer ones around it.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from django.db import connection, transaction
from django.db.models import Q

from ai.exceptions import NoLiveSpace, ProviderError
from ai.indexing.spaces import get_live_space
from ai.models import Aspect
from ai.providers.registry import get_embedder
from ai.reviews.aspects.tagging import singular
from ai.reviews.language.words import read_words
from shop.models import Category

# Reviews that have to mention a term, in all and with an opinion: one buyer's word is no aspect.
LEAST_REVIEWS: Final = 3
LEAST_OPINIONS: Final = 2
# Where a branch has many reviews, this share of them: what one in 500 buyers names is no aspect.
LEAST_SHARE: Final = 0.002
# Bits by which two words stand together more often than by chance.
LEAST_PMI: Final = 2.0
# Cosine from which on two terms mean the same: "colour" and "color", "zip" and "zipper".
SAME: Final = 0.80
# Aspects of a branch that are looked for anew at once, the most mentioned first.
MOST: Final = 300
# They name what was bought, or for whom, not something about it.
_THINGS: Final = """
product item purchase buy order one thing stuff review reviewer star brand gift birthday christmas
wife husband daughter son friend mother problem issue complaint reason opinion everything people
person retailer online store piece part version addition side line occasion spring summer fall
autumn winter wear looking run inside outside two three four five six seven eight nine ten dozen
"""
# Alone they say how something is; "white" or "small" is no aspect.
_DESCRIPTIONS: Final = """
small smaller big bigger large larger tiny huge medium petite tall short shorter long longer wide
wider narrow tight tighter loose baggy heavy heavier light lighter thick thin hot cold warm cool dry
wet soft hard airy flowy stretchy slim white black navy blue red green grey gray pink brown yellow
purple orange beige cream feminine casual dressy versatile appropriate cheap expensive easy fast
slow quick quiet loud new old same different simple basic classic modern
"""
_NO_ASPECTS: Final = frozenset([*_THINGS.split(), *_DESCRIPTIONS.split()])

READ_REVIEWS: Final = """
SELECT top.id, count(*)
FROM ai_reviewreading g
JOIN shop_review r ON r.id = g.review_id
JOIN shop_product p ON p.id = r.product_id
LEFT JOIN shop_category own ON own.id = p.category_id
LEFT JOIN shop_category top ON top.path = left(own.path, %(top)s)
GROUP BY top.id
"""
OPEN_TERMS: Final = """
SELECT top.id, m.term, mode() WITHIN GROUP (ORDER BY lower(m.surface)) AS surface,
    count(DISTINCT m.review_id) AS reviews,
    count(DISTINCT m.review_id) FILTER (WHERE m.polarity <> 0) AS opinions
FROM ai_reviewmention m
JOIN shop_product p ON p.id = m.product_id
LEFT JOIN shop_category own ON own.id = p.category_id
LEFT JOIN shop_category top ON top.path = left(own.path, %(top)s)
WHERE m.aspect_id IS NULL
GROUP BY top.id, m.term
HAVING count(DISTINCT m.review_id) >= %(reviews)s
"""
# Mentions get the aspect of the longest end of their term that is one: "ankle zip" is a zip.
ASSIGN: Final = r"""
UPDATE ai_reviewmention m SET aspect_id = found.aspect_id
FROM (
    SELECT DISTINCT ON (open.id) open.id, a.id AS aspect_id
    FROM (
        SELECT m.id, m.term, top.id AS branch
        FROM ai_reviewmention m
        JOIN shop_product p ON p.id = m.product_id
        LEFT JOIN shop_category own ON own.id = p.category_id
        LEFT JOIN shop_category top ON top.path = left(own.path, %(top)s)
        WHERE m.aspect_id IS NULL
    ) open
    JOIN ai_aspect a ON a.category_id IS NOT DISTINCT FROM open.branch
        AND (a.key = open.term OR right(open.term, length(a.key) + 1) = ' ' || a.key)
    ORDER BY open.id, length(a.key) DESC
) found
WHERE found.id = m.id
"""
# A reading without a hash is stale: the next job, or the next drain, reads the review again. Words
# are looked for by their beginnings after a space, which costs a tenth of a regular expression.
OVERLOOKED: Final = """
WITH texts AS MATERIALIZED (
    SELECT r.id, lower(' ' || r.title || ' ' || r.body) AS text
    FROM shop_review r
    JOIN ai_reviewreading g ON g.review_id = r.id
    JOIN shop_product p ON p.id = r.product_id
    LEFT JOIN shop_category own ON own.id = p.category_id
    LEFT JOIN shop_category top ON top.path = left(own.path, %(top)s)
    WHERE top.id IS NOT DISTINCT FROM %(branch)s
)
UPDATE ai_reviewreading SET content_hash = ''
WHERE review_id IN (
    SELECT texts.id
    FROM texts JOIN unnest(%(aspects)s::bigint[], %(keys)s::text[]) AS new (aspect_id, key)
        ON strpos(texts.text, ' ' || new.key) > 0
    WHERE NOT EXISTS (
        SELECT FROM ai_reviewmention m
        WHERE m.review_id = texts.id AND m.aspect_id = new.aspect_id
    )
)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of a branch that has no aspect yet: its key, how it is mostly written, its counts."""

    key: str
    surface: str
    reviews: int
    opinions: int


def discover_aspects() -> int:
    """Make aspects of the terms that many reviews mention, and assign their mentions to them.

    Reviews that name a new aspect where the tagger saw none are stale from now on. Returns how many
    aspects are new. Digests are recounted in the same transactions, by triggers.
    """
    new: dict[int | None, list[Aspect]] = {}
    for branch, terms in _open_terms().items():
        chosen = choose_terms(terms, names=_names_of(branch))
        if chosen:
            new[branch] = _keep(branch, chosen)
    with connection.cursor() as cursor:
        cursor.execute(ASSIGN, {"top": Category.steplen})
        for branch, aspects in new.items():
            params = {
                "branch": branch,
                "aspects": [aspect.pk for aspect in aspects],
                "keys": [aspect.key for aspect in aspects],
                "top": Category.steplen,
            }
            cursor.execute(OVERLOOKED, params)
    return sum(map(len, new.values()))


def _open_terms() -> dict[int | None, list[Term]]:
    with connection.cursor() as cursor:
        cursor.execute(READ_REVIEWS, {"top": Category.steplen})
        read = dict(cursor.fetchall())
        cursor.execute(OPEN_TERMS, {"top": Category.steplen, "reviews": LEAST_REVIEWS})
        found: dict[int | None, list[Term]] = defaultdict(list)
        for branch, key, surface, reviews, opinions in cursor.fetchall():
            if reviews >= LEAST_SHARE * read.get(branch, 0):
                term = Term(key=key, surface=surface, reviews=reviews, opinions=opinions)
                found[branch].append(term)
    return found


def _names_of(branch: int | None) -> set[str]:
    """Return the words of the branch's categories: in "Jackets", a jacket is no aspect."""
    if branch is None:
        return set()
    top = Category.objects.get(pk=branch)
    names = Category.objects.filter(path__startswith=top.path).values_list("name", flat=True)
    return {singular(word.text) for name in names for word in read_words(name) if word.is_word}


def choose_terms(terms: Sequence[Term], *, names: set[str]) -> list[Term]:
    """Return the terms that are aspects, the most mentioned first."""
    counts = {term.key: term.reviews for term in terms}
    nested = _nested(counts)
    chosen = [
        term
        for term in terms
        if term.opinions >= LEAST_OPINIONS
        and not {term.key, term.key.split(" ")[-1]} & _NO_ASPECTS
        and not set(term.key.split(" ")) <= names
        and len(term.key) > 2  # noqa: PLR2004 - "xl"
        and _c_value(term.key, counts, nested) > 0
        and _holds_together(term.key, counts)
    ]
    chosen.sort(key=lambda term: (-term.reviews, term.key))
    return chosen[:MOST]


def _nested(counts: Mapping[str, int]) -> dict[str, list[int]]:
    """Return the counts of the longer terms that each term stands in."""
    found: dict[str, list[int]] = defaultdict(list)
    for key, count in counts.items():
        words = key.split(" ")
        for begin in range(len(words)):
            for end in range(begin + 1, len(words) + 1):
                if end - begin < len(words):
                    found[" ".join(words[begin:end])].append(count)
    return found


def _c_value(key: str, counts: Mapping[str, int], nested: Mapping[str, Sequence[int]]) -> float:
    """Return log2(1 + words) * (count - mean count of the longer terms around it)."""
    around = nested.get(key, ())
    own = counts[key] - (sum(around) / len(around) if around else 0.0)
    return math.log2(1 + len(key.split(" "))) * own


def _holds_together(key: str, counts: Mapping[str, int]) -> bool:
    """Return whether a term's words stand together more often than chance would have it."""
    words = key.split(" ")
    if len(words) == 1:
        return True
    total = sum(counts.values())
    alone = [counts.get(word, 0) + counts[key] for word in words]
    expected = math.prod(count / total for count in alone) * total
    return math.log2(counts[key] / expected) >= LEAST_PMI


def _keep(branch: int | None, terms: Sequence[Term]) -> list[Aspect]:
    """Make the aspects, each that means the same as one there is as a merged one."""
    in_branch = Q(category=None) if branch is None else Q(category_id=branch)
    known = list(Aspect.objects.filter(in_branch, merged_into=None).order_by("pk"))
    keys = [*(aspect.key for aspect in known), *(term.key for term in terms)]
    alike = same_meaning(keys)
    owners: dict[int, Aspect] = dict(enumerate(known))
    new: list[Aspect] = []
    with transaction.atomic():
        for place, term in enumerate(terms, start=len(known)):
            target = next((owners[each] for each in alike[place] if each in owners), None)
            aspect, is_new = Aspect.objects.filter(in_branch).get_or_create(
                key=term.key,
                defaults={
                    "category_id": branch,
                    "name": display_name(term.surface),
                    "merged_into": target,
                },
            )
            new += [aspect] if is_new else []
            if aspect.merged_into_id is None:
                owners[place] = aspect
    return new


def display_name(surface: str) -> str:
    """Return how an aspect is shown: as shoppers write it most, with a capital."""
    tidy = " ".join(surface.split())
    return tidy[:1].upper() + tidy[1:]


def same_meaning(keys: Sequence[str]) -> list[list[int]]:
    """Return for each term the earlier ones that mean the same, the closest first.

    By the live space's model; without one, and while it is away, only terms that are the same but
    for spaces and hyphens.
    """
    folded = [key.replace(" ", "").replace("-", "") for key in keys]
    same: Any = np.array([[one == other for other in folded] for one in folded], float)
    same = np.maximum(same, _cosines(keys))
    return [
        [int(each) for each in np.argsort(-row[:place], kind="stable") if row[each] >= SAME]
        for place, row in enumerate(same)
    ]


def _cosines(keys: Sequence[str]) -> Any:
    try:
        vectors = get_embedder(get_live_space().provider).embed_documents(keys)
    except (NoLiveSpace, ProviderError):
        return np.zeros((len(keys), len(keys)))
    return vectors @ vectors.T
