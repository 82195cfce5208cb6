"""How long suggestions take while people type, in a shop of 10,000 products.

    python benchmarks/suggest_latency.py [--products 10000] [--texts 400]

Every beginning of what people type is asked for, letter by letter, as a browser would if it waited
for nothing: titles of the catalogue, words from the middle of titles, brands, categories, past
queries, and the same with a slip in them. Times are those of the whole request inside this process
(routing, limits, the database, JSON), without the network. Catalogue: the demo's, many times over.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import stand
from benchmarks.large_shop import make_large_shop

TARGET_P95_MS = 30.0
PAST_QUERIES = 2_000
LETTERS = "abcdefghijklmnopqrstuvwxyz"
# The large shop is written without triggers.
FILL = "SELECT ai_suggest_products(array_agg(id)) FROM shop_product"
QUERIES = """
INSERT INTO ai_suggestion (kind, text, words, weight)
SELECT 'query', q.text, ai_suggestion_words(q.text), 1 + 1000.0 / q.place
FROM unnest(%s::text[]) WITH ORDINALITY q (text, place) ON CONFLICT DO NOTHING
"""


def slip(text: str, dice: random.Random) -> str:
    """Return a text with one letter of its longest word left out, doubled, swapped or wrong."""
    word = max(text.split(), key=len)
    at = dice.randrange(1, max(2, len(word) - 1))
    wrong = dice.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
            word[:at] + dice.choice(LETTERS) + word[at + 1 :],
        ]
    )
    return text.replace(word, wrong, 1)


def typed_texts(count: int, dice: random.Random) -> dict[str, list[str]]:
    """Return what people type, by kind."""
    from shop.models import Brand, Category, Product

    titles = list(Product.objects.published().values_list("title", flat=True))
    few = [dice.choice(titles).lower() for _ in range(count)]
    later = [" ".join(title.split()[1:3]) or title for title in few]
    names = [
        name.lower()
        for model in (Brand, Category)
        for name in model.objects.values_list("name", flat=True)
    ]
    return {
        "titles from their first word": few[: count // 2],
        "words from the middle": later[count // 2 :],
        "brands and categories": dice.sample(names, min(len(names), count // 4)),
        "with a slip": [slip(text, dice) for text in few[: count // 2]],
    }


def remember_queries(dice: random.Random) -> None:
    """Write queries as the search log would have left them."""
    from django.db import connection

    from shop.models import Product

    titles = Product.objects.published().values_list("title", flat=True)[: PAST_QUERIES * 3]
    pairs = {" ".join(dice.sample(title.lower().split(), 2)) for title in titles if " " in title}
    with connection.cursor() as cursor:
        cursor.execute(QUERIES, [sorted(pairs)[:PAST_QUERIES]])
        cursor.execute("VACUUM ANALYZE ai_suggestion")


def ask(client: Any, text: str) -> tuple[float, int]:
    """Return the milliseconds of one answer and how much it offers."""
    begun = time.perf_counter()
    response = client.get("/api/v1/suggest/", {"q": text})
    taken = 1000 * (time.perf_counter() - begun)
    if response.status_code != 200:  # noqa: PLR2004 - HTTP's own number
        raise SystemExit(f"{text!r} answered {response.status_code}: {response.content!r}")
    return taken, len(response.json()["suggestions"])


def summary(ms: list[float]) -> dict[str, float]:
    """Return count, p50, p95, p99 and the longest, in milliseconds."""
    cuts = statistics.quantiles(ms, n=100)
    return {
        "count": len(ms),
        "p50_ms": round(cuts[49], 2),
        "p95_ms": round(cuts[94], 2),
        "p99_ms": round(cuts[98], 2),
        "longest_ms": round(max(ms), 2),
    }


def measure(texts: dict[str, list[str]]) -> dict[str, Any]:
    """Type every text, letter by letter."""
    from django.test import Client

    client = Client()
    for text in ("warm", "up", "these"):
        ask(client, text)
    by_kind: dict[str, list[float]] = defaultdict(list)
    by_length: dict[str, list[float]] = defaultdict(list)
    offered: dict[str, int] = defaultdict(int)
    slowest: list[tuple[float, str]] = []
    for kind, each in texts.items():
        for text in each:
            for end in range(1, len(text) + 1):
                ms, offers = ask(client, text[:end])
                by_kind[kind].append(ms)
                by_length["1" if end == 1 else "2" if end == 2 else "3 or more"].append(ms)  # noqa: PLR2004
                slowest.append((ms, text[:end]))
            offered[kind] += offers > 0
    everything = [ms for taken in by_kind.values() for ms in taken]
    return {
        "all": summary(everything),
        "by_kind": {kind: summary(taken) for kind, taken in by_kind.items()},
        "by_letters_typed": {name: summary(by_length[name]) for name in sorted(by_length)},
        "whole_texts_with_an_offer": {
            kind: round(offered[kind] / len(each), 4) for kind, each in texts.items()
        },
        "slowest": [
            {"text": text, "ms": round(ms, 2)} for ms, text in sorted(slowest, reverse=True)[:5]
        ],
    }


def main() -> None:
    """Measure and write benchmarks/results/suggest_latency.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--products", type=int, default=10_000)
    parser.add_argument("--texts", type=int, default=400)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--dry", action="store_true", help="write nothing")
    options = parser.parse_args()

    figures = stand.origin("django", "psycopg")
    stack = stand.prepare("suggest_latency")
    try:
        from django.conf import settings
        from django.db import connection

        from ai.indexing.vocabulary import refresh_vocabulary

        settings.ALLOWED_HOSTS = ["testserver"]
        settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"]["suggest"] = "1000000/min"
        shop = make_large_shop(options.products)
        with connection.cursor() as cursor:
            cursor.execute(FILL)
            refresh_vocabulary()
            cursor.execute("VACUUM ANALYZE")
        dice = random.Random(options.seed)  # noqa: S311  (the same texts every time, not a secret)
        remember_queries(dice)
        figures["command"] = " ".join(sys.argv)
        figures["products"] = len(shop.products)
        figures |= measure(typed_texts(options.texts, dice))
    finally:
        stack.stop()
    for name in ("all", "by_kind", "by_letters_typed", "whole_texts_with_an_offer", "slowest"):
        print(name, figures[name], sep="\n  ")
    if not options.dry:
        print(stand.save("suggest_latency", figures))
    p95 = figures["all"]["p95_ms"]
    print(f"p95 {p95} ms, at most {TARGET_P95_MS}: {'held' if p95 <= TARGET_P95_MS else 'MISSED'}")


if __name__ == "__main__":
    main()
