"""Hostile and endless searches: an answer, never an error, never a wait (S8, S9)."""

import math
import random
from collections.abc import Callable
from time import perf_counter, process_time

import pytest
from django.test import Client

from ai.indexing.vocabulary import refresh_vocabulary
from ai.models import EmbeddingSpace, SynonymRule
from ai.search import query
from ai.search.asking import ask
from ai.search.steering.rules import RuleSet
from ai.search.understanding.read import parse
from ai.search.understanding.scan import Text
from ai.search.understanding.vocabulary import read_vocabulary
from benchmarks.hostile import HOSTILE, fuzz
from shop.models import Product
from tests.ai.search.conftest import find, make_searchable
from tests.factories.shop import ProductFactory

pytestmark = [pytest.mark.django_db, pytest.mark.alone]

LIMIT_S = 0.3
# Characters; uvicorn refuses heads of more than 64 KiB.
LONGEST_ADDRESS = 60_000
# Other programs may have the processor: a text counts by the fastest of so many tries.
TRIES = 5
RANDOM_TEXTS = 60
WORDS = ("tent", "lamp", "kettle", "blanket", "jacket", "backpack", "sleeping", "bag", "red")


@pytest.fixture
def shelf(space: EmbeddingSpace) -> list[Product]:
    """Return forty products that share words, so that a hostile text matches a lot."""
    made = [
        ProductFactory.create(
            title=f"{WORDS[n % 9]} {WORDS[(n * 5 + 1) % 9]} {n}",
            description=f"<p>{' '.join(WORDS)} {n}</p>",
        )
        for n in range(40)
    ]
    make_searchable(*made)
    refresh_vocabulary()
    SynonymRule.objects.create(query="tent", alternatives="shelter\nbivouac", match="words")
    return made


def fastest(call: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    """Return the seconds of the fastest try; the first that is quick enough is the last."""
    best = math.inf
    for _ in range(TRIES):
        begin = clock()
        call()
        best = min(best, clock() - begin)
        if best < LIMIT_S:
            break
    return best


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_search_is_answered_in_time(shelf: list[Product], text: str) -> None:
    assert fastest(lambda: find(text)) < LIMIT_S


@pytest.mark.parametrize("name", HOSTILE)
def test_page_and_api_answer_what_an_address_can_hold(
    client: Client, shelf: list[Product], name: str
) -> None:
    # A lone surrogate cannot be written into an address, and the server takes no longer one.
    text = HOSTILE[name].encode("utf-8", "replace").decode()[:LONGEST_ADDRESS]
    for address in ("/search/", "/api/v1/search/"):
        response = client.get(address, {"q": text})
        assert response.status_code == 200, (address, response.content[:300])

        def open_page(address: str = address) -> object:
            return client.get(address, {"q": text})

        # Drawing a page is this process's own work; what the database does is timed above.
        assert fastest(open_page, clock=process_time) < LIMIT_S
    raw = client.get("/search/?q=%ff%fe%ed%a0%80%00tent")
    assert raw.status_code == 200


def test_random_texts_are_answered_in_time(shelf: list[Product]) -> None:
    rng = random.Random(3)
    for _ in range(RANDOM_TEXTS):
        text = fuzz(rng, WORDS)
        assert fastest(lambda text=text: find(text)) < LIMIT_S, text[:200]  # type: ignore[misc]


def test_no_search_looks_up_more_than_a_few_words(
    shelf: list[Product], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: without the cut, 2,000 terms are 2,000 terms."""
    asked = ask(HOSTILE["2,000 terms"])
    assert len(asked.query.words) <= query.MAX_WORDS
    assert asked.query.was_cut
    for name in ("MAX_CHARACTERS", "MAX_RAW_CHARACTERS", "MAX_WORDS"):
        monkeypatch.setattr(query, name, 10**6)
    assert len(ask(HOSTILE["2,000 terms"]).query.words) > 1_000


def growth(parse_words: Callable[[str], object], *, words: int) -> float:
    """Return how many times longer four times as many words take."""

    def spent(number: int) -> float:
        parts = ["without", "latex", "under", "50", "30", "l", "red", "tent"]
        text = " ".join(parts[place % len(parts)] for place in range(number))
        times = []
        for _ in range(3):
            begin = perf_counter()
            parse_words(text)
            times.append(perf_counter() - begin)
        return min(times)

    return spent(4 * words) / spent(words)


def quadratic(text: str) -> int:
    """Compare each word with each: what a parser must not do."""
    words = text.split()
    return sum(one == other for one in words for other in words)


def test_the_parser_is_linear(shelf: list[Product]) -> None:
    """Four times the words take about four times as long; sixteen times would be quadratic."""
    vocabulary = read_vocabulary()
    rules = RuleSet.of([])
    assert growth(lambda text: parse(Text(text), vocabulary), words=1_000) < 8
    assert growth(lambda text: query.clean(text * 50), words=1_000) < 8
    assert growth(lambda text: rules.steering(text, moment=None), words=1_000) < 8  # type: ignore[arg-type]
    assert growth(quadratic, words=1_000) > 8, "the negative control"
