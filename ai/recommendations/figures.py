"""How much of the catalogue the lists show, and how evenly."""

from typing import Any, Final

import numpy as np
from django.db import connection

from ai.recommendations.methods.interactions import FloatArray

# Places of a list that a box has room for.
SHOWN: Final = 8
APPEARANCES: Final = """
SELECT u.item, count(*)
FROM ai_recommendation_list l CROSS JOIN LATERAL unnest(l.items[1:%(shown)s]) AS u (item)
WHERE l.generation_id = %(generation)s AND l.kind = %(kind)s GROUP BY u.item
"""
FILLED: Final = """
SELECT count(*) FILTER (WHERE cardinality(items) > 0), count(*) FROM ai_recommendation_list
WHERE generation_id = %(generation)s AND kind = %(kind)s
"""
KINDS: Final = ("similar", "together")


def count_figures(*, generation: int, products: int) -> dict[str, Any]:
    """Return by kind of list: coverage, Gini coefficient, share of the top decile, filled lists.

    Coverage is the share of products (0 to 1) that stand among the first SHOWN of some list.
    """
    return {kind: _figures(generation, kind, products) for kind in KINDS}


def gini(counts: FloatArray) -> float:
    """Return the Gini coefficient of counts: 0 where all are equal, near 1 where one has all.

    Gini, Variabilità e mutabilità, 1912; in its sorted form.
    """
    ordered = np.sort(np.asarray(counts, np.float64))
    total = ordered.sum()
    if not total:
        return 0.0
    size = len(ordered)
    ranks = np.arange(1, size + 1)
    return float((2 * ranks - size - 1) @ ordered / (size * total))


def top_decile(counts: FloatArray) -> float:
    """Return the share (0 to 1) of the tenth with the highest counts."""
    ordered = np.sort(np.asarray(counts, np.float64))[::-1]
    total = ordered.sum()
    return float(ordered[: -(-len(ordered) // 10)].sum() / total) if total else 0.0


def _figures(generation: int, kind: str, products: int) -> dict[str, float]:
    params: dict[str, Any] = {"generation": generation, "kind": kind, "shown": SHOWN}
    with connection.cursor() as cursor:
        cursor.execute(APPEARANCES, params)
        shown = [row[1] for row in cursor.fetchall()]
        cursor.execute(FILLED, params)
        filled, lists = cursor.fetchone()
    counts = np.zeros(max(products, len(shown)))
    counts[: len(shown)] = shown
    return {
        "coverage": len(shown) / products if products else 0.0,
        "gini": gini(counts),
        "top_decile": top_decile(counts),
        "filled": filled / lists if lists else 0.0,
    }
