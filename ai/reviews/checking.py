"""Whether digests say what the reviews say: every number, recomputed otherwise than by triggers."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ai.models import Aspect, ReviewDigest, ReviewMention, ReviewReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A number of a product's digest that is not what the reviews come to."""

    product_id: int
    what: str
    said: Any
    true: Any


def check_digests(product_ids: Iterable[int] | None = None) -> list[Disagreement]:
    """Return every disagreement between digests and reviews, of these products or of all."""
    digests = ReviewDigest.objects.all()
    readings = ReviewReading.objects.filter(review__status="published")
    if product_ids is not None:
        wanted = list(product_ids)
        digests = digests.filter(product__in=wanted)
        readings = readings.filter(review__product__in=wanted)
    true = _recomputed(readings)
    said = {digest.product_id: _said(digest) for digest in digests}
    found = []
    for product_id in sorted(true.keys() | said.keys()):
        ours, theirs = said.get(product_id, _NOTHING), true.get(product_id, _NOTHING)
        found += [
            Disagreement(
                product_id=product_id, what=what, said=ours.get(what), true=theirs.get(what)
            )
            for what in sorted(ours.keys() | theirs.keys())
            if ours.get(what) != theirs.get(what)
        ]
    return found


_NOTHING: dict[str, Any] = {
    **dict.fromkeys(("reviews", "verified", "positive", "mixed", "negative"), 0),
    **dict.fromkeys(("first_at", "last_at")),
}


def _said(digest: ReviewDigest) -> dict[str, Any]:
    found = {name: getattr(digest, name) for name in _NOTHING}
    for entry in digest.aspects:
        for name in ("name", "reviews", "positive", "negative", "mixed"):
            found[f"aspect {entry['aspect']}: {name}"] = entry[name]
    return found


def _recomputed(readings: Any) -> dict[int, dict[str, Any]]:
    """Return what each product's digest should say, counted here, a review at a time."""
    found: dict[int, dict[str, Any]] = {}
    rows = readings.values_list(
        "review_id",
        "review__product_id",
        "label",
        "review__verified_purchase",
        "review__created_at",
    )
    product_of = {}
    for review_id, product_id, label, is_verified, created_at in rows:
        product_of[review_id] = product_id
        counts = found.setdefault(product_id, dict(_NOTHING))
        counts["reviews"] += 1
        counts["verified"] += is_verified
        counts[{1: "positive", 0: "mixed", -1: "negative"}[label]] += 1
        counts["first_at"] = min(counts["first_at"] or created_at, created_at)
        counts["last_at"] = max(counts["last_at"] or created_at, created_at)
    for (product_id, aspect), polarities in _said_of_aspects(product_of).items():
        signs = [(sum(each) > 0) - (sum(each) < 0) for each in polarities.values()]
        found[product_id] |= {
            f"aspect {aspect.pk}: name": aspect.name,
            f"aspect {aspect.pk}: reviews": len(signs),
            f"aspect {aspect.pk}: positive": signs.count(1),
            f"aspect {aspect.pk}: negative": signs.count(-1),
            f"aspect {aspect.pk}: mixed": signs.count(0),
        }
    return found


def _said_of_aspects(
    product_of: dict[int, int],
) -> dict[tuple[int, Aspect], dict[int, Sequence[int]]]:
    """Return the polarities of each review's mentions by product and the aspect that counts."""
    aspects = {aspect.pk: aspect for aspect in Aspect.objects.all()}
    found: dict[tuple[int, Aspect], dict[int, Any]] = defaultdict(lambda: defaultdict(list))
    mentions = ReviewMention.objects.exclude(aspect=None).values_list(
        "review_id", "aspect_id", "polarity"
    )
    for review_id, aspect_id, polarity in mentions:
        if review_id not in product_of or aspect_id is None:
            continue
        own = aspects[aspect_id]
        aspect = aspects[own.merged_into_id] if own.merged_into_id else own
        if not aspect.is_hidden:
            found[product_of[review_id], aspect][review_id].append(polarity)
    return found
