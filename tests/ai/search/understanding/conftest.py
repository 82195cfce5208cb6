"""A vocabulary made by hand: what the parser knows of a small catalogue."""

from collections.abc import Callable

import pytest

from ai.search.understanding.read import parse
from ai.search.understanding.scan import Text
from ai.search.understanding.types import Constraint
from ai.search.understanding.units import unit_of
from ai.search.understanding.vocabulary import AttributeName, Meaning, Vocabulary, fold

Parse = Callable[..., list[Constraint]]

COLOUR, SIZE, VOLUME, WEIGHT, WARMTH, RECHARGEABLE = range(1, 7)
BAGS, GLOVES = "0001", "0002"


def attribute(pk: int, code: str, kind: str, unit: str = "") -> AttributeName:
    return AttributeName(
        pk=pk,
        code=code,
        name=code.title(),
        kind=kind,
        words=fold(code),
        unit=unit_of(unit) if unit else None,
    )


@pytest.fixture
def vocabulary() -> Vocabulary:
    attributes = [
        attribute(COLOUR, "colour", "text"),
        attribute(SIZE, "size", "text"),
        attribute(VOLUME, "volume", "number", "l"),
        attribute(WEIGHT, "weight", "number", "g"),
        attribute(WARMTH, "warmth", "number", "°C"),
        attribute(RECHARGEABLE, "rechargeable", "boolean"),
    ]
    return Vocabulary(
        meanings={
            ("ember", "tine"): Meaning(brands={7: ("ember-and-tine", "Ember & Tine")}),
            ("glove",): Meaning(paths={GLOVES: "Hats and gloves"}),
            ("sleeping", "bag"): Meaning(paths={BAGS: "Sleeping bags"}),
            ("red",): Meaning(texts={COLOUR: {"Red", "Signal red"}}, exact={COLOUR}),
            ("signal",): Meaning(texts={COLOUR: {"Signal red"}}),
            ("steel",): Meaning(texts={COLOUR: {"Steel"}, SIZE: {"Steel"}}, exact={COLOUR, SIZE}),
            ("m",): Meaning(texts={SIZE: {"M", "S/M"}}, exact={SIZE}),
            ("rechargeable",): Meaning(features={RECHARGEABLE}),
        },
        attributes={each.pk: each for each in attributes},
        stated={
            None: {BAGS: 10, GLOVES: 10},
            0: {BAGS: 10, GLOVES: 10},
            COLOUR: {BAGS: 10, GLOVES: 10},
            SIZE: {GLOVES: 9},
            VOLUME: {BAGS: 5},
            WEIGHT: {BAGS: 10, GLOVES: 10},
            WARMTH: {BAGS: 10},
        },
    )


@pytest.fixture
def read(vocabulary: Vocabulary) -> Parse:
    """Return a parser of texts over that vocabulary."""

    def parsed(text: str, **options: object) -> list[Constraint]:
        found = parse(Text(text), vocabulary, **options)  # type: ignore[arg-type]
        return [constraint for each in found for constraint in each.constraints]

    return parsed
