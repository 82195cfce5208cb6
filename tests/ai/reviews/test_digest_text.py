"""The sentences of a digest: what they say, and that nothing else gets past the check."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai.reviews.digest.clauses import Clause, Kind, is_plural, write_clauses
from ai.reviews.digest.composing import compose_digest
from ai.reviews.digest.facts import AspectFacts, Facts, Quote
from ai.reviews.digest.verifying import check_digest


def aspect(pk: int, name: str, positive: int, negative: int, mixed: int = 0) -> AspectFacts:
    return AspectFacts(
        id=pk,
        name=name,
        reviews=positive + negative + mixed,
        positive=positive,
        negative=negative,
        mixed=mixed,
    )


PRAISE = Quote(review=4, aspect=1, polarity=1, begin=0, end=21, text="The fit is wonderful.")
BLAME = Quote(review=9, aspect=2, polarity=-1, begin=7, end=29, text="The zip broke in May.")
FACTS = Facts(
    reviews=57,
    verified=41,
    positive=44,
    mixed=4,
    negative=9,
    first=date(2025, 3, 4),
    last=date(2026, 10, 9),
    aspects=(
        aspect(1, "Fit", 33, 5, 3),
        aspect(2, "Zip", 2, 9, 1),
        aspect(3, "Straps", 7, 1),
        aspect(4, "Zip pocket", 3, 0),
    ),
    quotes=(PRAISE, BLAME),
)


def texts(facts: Facts, least: int = 3) -> list[str]:
    return [each.text for each in write_clauses(facts, least=least)]


def test_a_digest_reads_like_this() -> None:
    assert texts(FACTS) == [
        "44 of 57 reviews are positive, 9 negative and 4 mixed.",
        "Buyers write most about fit, then zip and straps.",
        "41 of 57 reviews mention the fit; 33 of them like it, 5 complain about it.",
        "12 of 57 reviews mention the zip; 9 of them complain about it, 2 like it.",
        "8 of 57 reviews mention the straps; 7 like them, 1 complains about them.",
        "The fit is wonderful.",
        "The zip broke in May.",
        "57 reviews from March 2025 to October 2026; 41 of them by people who bought it here.",
    ]
    assert check_digest(write_clauses(FACTS, least=3), FACTS) == []


def test_nothing_is_said_of_fewer_than_the_least_number() -> None:
    assert texts(FACTS, least=58) == []
    assert "straps" not in " ".join(texts(FACTS, least=9))
    # A quote is of an aspect that enough reviews talk about.
    assert BLAME.text not in texts(FACTS, least=13)
    assert len(texts(replace(FACTS, aspects=()))) == 2


def test_names_stand_in_sentences_as_people_write_them() -> None:
    facts = replace(FACTS, aspects=(aspect(1, "USB port", 3, 0), aspect(2, "The look", 3, 0)))
    assert "3 of 57 reviews mention the USB port; 3 of them like it." in texts(facts)
    assert "3 of 57 reviews mention the look; 3 of them like it." in texts(facts)
    assert [is_plural(each) for each in ("Straps", "Canvas", "Glass", "Heel straps")] == [
        *(True, False, False, True)
    ]


SWAPS = {
    "like": "complain about",
    "complain about": "like",
    "complains about": "likes",
    "positive": "negative",
    "negative": "positive",
    "mixed": "positive",
    "most": "least",
    "mention": "praise",
    "bought": "returned",
}
ADDED = [
    "Nearly all recommend it.",
    "It is waterproof.",
    "Nobody complains.",
    "One in two sends it back.",
    "99 % are happy.",
    "More than before.",
    "Half like it.",
    "Buyers recommend it.",
    "Zip and fit are loved by all.",
    "And 3 more.",
    "Not really.",
]


def planted(clause: Clause, facts: Facts) -> Iterator[Clause]:
    """Yield the clause with one thing wrong at a time."""
    for text in (
        *other_numbers(clause.text),
        *other_words(clause.text),
        *other_names(clause.text, facts),
        *(f"{clause.text} {sentence}" for sentence in ADDED),
    ):
        yield replace(clause, text=text)
    yield from other_claims(clause)
    if clause.window:
        yield replace(clause, window=(date(2020, 1, 1), clause.window[1]))
        yield replace(clause, window=None)
        yield replace(clause, text=clause.text.replace("2025", "2024"))
        yield replace(clause, text=clause.text.replace("March", "June"))


def other_numbers(text: str) -> Iterator[str]:
    for match in re.finditer(r"\d+", text):
        number = int(match.group())
        for other in (number + 1, number * 2 + 1, 0):
            yield f"{text[: match.start()]}{other}{text[match.end() :]}"


def other_words(text: str) -> Iterator[str]:
    for word, other in SWAPS.items():
        for match in re.finditer(rf"\b{word}\b", text):
            yield f"{text[: match.start()]}{other}{text[match.end() :]}"


def other_names(text: str, facts: Facts) -> Iterator[str]:
    everything = [each.name.lower() for each in facts.aspects]
    names = [name for name in everything if name in text]
    for name in names:
        yield from (text.replace(name, other, 1) for other in everything if other != name)
    for name, other in pairwise(names):
        yield text.replace(name, "\0").replace(other, name).replace("\0", other)


def other_claims(clause: Clause) -> Iterator[Clause]:
    for at, claim in enumerate(clause.claims):
        for wrong in (
            replace(claim, reviews=claim.reviews + 1),
            replace(claim, of=claim.of + 1),
            replace(claim, aspect=99),
        ):
            claims = (*clause.claims[:at], wrong, *clause.claims[at + 1 :])
            # Whoever words it may also claim what it says.
            said = clause.text.replace(str(claim.reviews), str(wrong.reviews), 1)
            yield replace(clause, claims=claims)
            yield replace(clause, claims=claims, text=said)
    if len(clause.claims) > 1:
        yield replace(clause, claims=clause.claims[::-1])
        yield replace(clause, claims=clause.claims[:-1])


def test_every_planted_distortion_is_caught() -> None:
    caught = 0
    for clause in write_clauses(FACTS, least=3):
        if clause.kind == Kind.QUOTE:
            continue
        for wrong in planted(clause, FACTS):
            assert wrong != clause
            assert check_digest([wrong], FACTS), wrong.text
            caught += 1
    assert caught >= 100


def test_an_order_that_is_not_the_reviews_is_caught_in_step_with_its_claims() -> None:
    ranking = write_clauses(FACTS, least=3)[1]
    wrong = replace(
        ranking,
        text="Buyers write most about zip, then fit and straps.",
        claims=(ranking.claims[1], ranking.claims[0], ranking.claims[2]),
    )
    assert "fewer" in check_digest([wrong], FACTS)[0].reason
    short = replace(ranking, text="Buyers write most about zip.", claims=ranking.claims[1:2])
    assert "leaves out" in check_digest([short], FACTS)[0].reason


@pytest.mark.parametrize(
    "change",
    [
        {"text": "The fit is terrible."},
        {"quote": replace(PRAISE, polarity=-1)},
        {"quote": replace(PRAISE, review=5)},
        {"quote": None},
        {"quote": BLAME},
    ],
)
def test_a_quote_is_word_for_word_and_in_its_sense(change: dict[str, object]) -> None:
    quote = Clause(kind=Kind.QUOTE, text=PRAISE.text, quote=PRAISE)
    assert check_digest([quote], FACTS) == []
    assert check_digest([replace(quote, **change)], FACTS)  # type: ignore[arg-type]


def test_other_words_that_say_the_same_stand_and_any_others_do_not() -> None:
    wanted = {
        "44 of 57": "44 out of 57 shoppers who wrote were pleased (77 %), 9 unhappy, 4 torn.",
        "Buyers write": "People talk about fit most often, then about zip and straps.",
        "41 of 57": "41 of the 57 talk about fit: most of them, 33 of 41, love it, 5 dislike it.",
        "12 of 57": "12 of 57 mention the zip: most of them complain, 9, and 2 like it.",
        "8 of 57": "8 of 57 reviews mention the straps. They are great.",
    }

    def wording(clause: Clause) -> str:
        for start, words in wanted.items():
            if clause.text.startswith(start):
                return words
        raise ConnectionError

    found = [each.text for each in compose_digest(FACTS, least=3, wording=wording)]
    assert found[0] == wanted["44 of 57"]
    assert found[1] == wanted["Buyers write"]
    assert found[2] == wanted["41 of 57"]
    # 9 of 12 are most, but 12 of 57 are not, and the word stands between both.
    assert found[3].startswith("12 of 57 reviews mention the zip; 9")
    assert found[4].startswith("8 of 57 reviews mention the straps; 7")
    assert found[5:7] == [PRAISE.text, BLAME.text]
    assert found[7].startswith("57 reviews from March 2025")


names = st.sampled_from(
    ["Fit", "Zip", "Straps", "Most reviews", "7 pockets", "Not good", "It", "Én"]
)


@st.composite
def some_facts(draw: st.DrawFn) -> Facts:
    counts = st.integers(0, 40)
    positive, mixed, negative = draw(counts), draw(counts), draw(counts)
    total = positive + mixed + negative
    aspects = []
    for pk, name in enumerate(draw(st.lists(names, unique=True, max_size=5)), 1):
        reviews = draw(st.integers(0, total))
        good = draw(st.integers(0, reviews))
        bad = draw(st.integers(0, reviews - good))
        aspects.append(aspect(pk, name, good, bad, reviews - good - bad))
    days = sorted(draw(st.lists(st.dates(date(2000, 1, 1)), min_size=2, max_size=2)))
    return Facts(
        reviews=total,
        verified=draw(st.integers(0, total)),
        positive=positive,
        mixed=mixed,
        negative=negative,
        first=days[0],
        last=days[1],
        aspects=tuple(sorted(aspects, key=lambda each: -each.reviews)),
    )


@given(facts=some_facts(), add=st.integers(1, 3))
def test_what_is_composed_holds_and_fails_once_a_number_differs(facts: Facts, add: int) -> None:
    clauses = compose_digest(facts, least=3)
    assert check_digest(clauses, facts) == []
    plain = {"Fit", "Zip", "Straps", "Én"}
    if {each.name for each in facts.aspects} <= plain:
        assert clauses == write_clauses(facts, least=3)
    for clause in clauses:
        numbers = list(re.finditer(r"\b\d{1,3}\b", clause.text))
        for match in numbers:
            other = str(int(match.group()) + add)
            wrong = f"{clause.text[: match.start()]}{other}{clause.text[match.end() :]}"
            assert check_digest([replace(clause, text=wrong)], facts), wrong
    if clauses:
        grown = replace(facts, reviews=facts.reviews + 1, mixed=facts.mixed + 1)
        assert all(check_digest([each], grown) for each in clauses if each.kind != Kind.RANKING)
