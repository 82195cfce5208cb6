"""The shop's own judgements: kept, measured a few searches at a time, written out."""

from collections.abc import Iterator
from time import perf_counter
from typing import Any, Final

from django.db import transaction

from ai.models import Judgement, LabRun
from ai.search.evaluation import LANES
from ai.search.relevance import ndcg
from ai.search.service import search
from ai.search.steering.texts import same_text
from ai.search.types import SearchRequest
from shop.models import Product

DEPTH: Final = 10
# Seconds of one step: short enough for a page to wait, and for a bar to move.
STEP_S: Final = 1.5
# A judged search is asked in this form; longer ones are cut like any search.
MAX_QUERY: Final = 200


def judge(*, query: str, product: Product, gain: int, author: Any) -> Judgement:
    """Keep how well a product answers a search; a later opinion takes the place of an earlier."""
    judgement, _ = Judgement.objects.update_or_create(
        query=same_text(query)[:MAX_QUERY],
        product=product,
        defaults={"gain": Judgement.Gain(gain), "author": author},
    )
    return judgement


def gains_of(query: str) -> dict[int, int]:
    """Return the judged products of a search with their gains."""
    rows = Judgement.objects.filter(query=same_text(query)[:MAX_QUERY])
    return dict(rows.values_list("product", "gain"))


def judged_queries() -> list[str]:
    """Return the searches with a product that answers them: without one there is no ideal."""
    rows = Judgement.objects.filter(gain__gt=0).order_by("query").distinct()
    return list(rows.values_list("query", flat=True))


def start_run(*, author: Any) -> LabRun:
    """Begin to measure the searches that are judged now."""
    queries = judged_queries()
    return LabRun.objects.create(author=author, queries=queries, total=len(queries))


def step(*, run: LabRun) -> LabRun:
    """Measure the next searches for about STEP_S; two steps at a time wait for each other."""
    begin = perf_counter()
    with transaction.atomic():
        locked = LabRun.objects.select_for_update().get(pk=run.pk)
        while locked.done < locked.total:
            query = locked.queries[locked.done]
            locked.scores.append({lane: _measure(query, lane) for lane in LANES})
            locked.done += 1
            if perf_counter() - begin > STEP_S:
                break
        locked.save(update_fields=["scores", "done"])
    return locked


def _measure(query: str, lane: str) -> float:
    """Return nDCG@10 of a search, as visitors get it, with some of the lanes."""
    gains = {str(product): gain for product, gain in gains_of(query).items()}
    found = search(SearchRequest(q=query, page_size=DEPTH, with_facets=False, lanes=LANES[lane]))
    return ndcg([str(hit.product.pk) for hit in found.hits], gains, depth=DEPTH)


def query_rows() -> list[tuple[int, str]]:
    """Return (query_id, query) of all judged searches, as `evaluate_search` reads them."""
    queries = Judgement.objects.order_by("query").values_list("query", flat=True).distinct()
    return list(enumerate(queries, 1))


def qrel_rows() -> Iterator[tuple[int, str, int]]:
    """Yield (query_id, product_id, gain); a product is named by its id in its source, else here."""
    numbers = {query: number for number, query in query_rows()}
    rows = Judgement.objects.order_by("query", "pk")
    for query, external, pk, gain in rows.values_list(
        "query", "product__external_id", "product", "gain"
    ):
        yield numbers[query], external or str(pk), gain
