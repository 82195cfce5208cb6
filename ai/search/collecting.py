"""Judged queries as examples to learn from: what the search that serves the shop would order."""

from collections.abc import Sequence

import numpy as np

from ai.search.asking import ask
from ai.search.evaluation import JudgedQuery
from ai.search.finding import find
from ai.search.learned.features import FEATURES
from ai.search.learned.training import Example
from ai.search.matching import Matches
from ai.search.ranking import SOLD_OUT_PENALTY
from ai.search.spelling import suggest
from ai.search.stopwatch import Stopwatch
from ai.search.types import SearchRequest
from shop.models import Product


def collect_examples(queries: Sequence[JudgedQuery]) -> list[Example]:
    """Return the leading candidates of each query, with features, scores and judgements."""
    return [_example(query) for query in queries]


def _example(query: JudgedQuery) -> Example:
    asked = ask(query.text)
    better = suggest(asked.query)
    if better.is_sure:
        asked = ask(better.text)
    request = SearchRequest(q=query.text)
    found = find(asked, request, Stopwatch())
    matches = found.matcher.match(request.filters)
    evidence, features = matches.scored.evidence, matches.scored.features
    if evidence is None or features is None:
        return Example(
            ids=(),
            features=np.zeros((0, len(FEATURES))),
            base=np.zeros(0),
            exact=(),
            gains=query.gains,
        )
    shown = Product.objects.filter(pk__in=list(evidence.ids))
    names = {pk: external or str(pk) for pk, external in shown.values_list("pk", "external_id")}
    return Example(
        ids=[names[id_] for id_ in evidence.ids],
        features=features,
        base=np.array([_base(matches, id_) for id_ in evidence.ids]),
        exact=[id_ in matches.exact for id_ in evidence.ids],
        gains=query.gains,
    )


def _base(matches: Matches, id_: int) -> float:
    scored = matches.scored
    moved = sum(each.amount for each in matches.moves.get(id_, ()))
    penalty = SOLD_OUT_PENALTY if id_ in scored.sold_out else 0.0
    return scored.fused[id_] + scored.boosts.get(id_, 0.0) + moved - penalty
