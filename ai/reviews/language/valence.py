"""How words are meant, by a lexicon: negation, degree, contrast and emphasis taken into account.

The word list and the constants are VADER's (Hutto & Gilbert 2014, "VADER: A Parsimonious Rule-based
Model for Sentiment Analysis of Social Media Text"); the reach of negation is that of `words`.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt

from ai.reviews.language.words import CONTRASTS, Word

FEATURES: Final = (
    *("compound", "sum", "positive", "negative", "strongest", "weakest", "share_positive"),
    *("last", "after_contrast", "shouts", "negations", "length"),
)
# Of VADER: what a degree word adds, a negation leaves, and "but" makes of both sides.
_DEGREE: Final = 0.293
_NEGATED: Final = -0.74
_BEFORE_CONTRAST, _AFTER_CONTRAST = 0.5, 1.5
# Squared, this makes of a sum of valences something between -1 and 1.
_SOFTENING: Final = 15.0
# Words of the end of a text, where reviewers sum up.
_ENDING: Final = 12
_MORE_WORDS: Final = """
absolutely amazingly awfully completely considerably decidedly deeply definitely enormously
entirely especially exceptionally extremely fabulously fully greatly highly hugely incredibly
intensely majorly more most particularly perfectly purely quite really remarkably so super
substantially thoroughly too totally tremendously truly unbelievably unusually utterly very way
"""
_MORE: Final = frozenset(_MORE_WORDS.split())
_LESS_WORDS: Final = """
almost barely hardly kinda less little marginally occasionally partly scarcely slightly somewhat
sorta bit
"""
_LESS: Final = frozenset(_LESS_WORDS.split())
# What the list, made for short messages, lacks or reads otherwise than people who buy things do.
_SHOPPING: Final[Mapping[str, float]] = MappingProxyType(
    {
        **dict.fromkeys("return returned returning refund refunded".split(), -1.6),  # noqa: SIM905
        **dict.fromkeys("broke broken defective flimsy faulty cheaply shoddy ripped".split(), -2.1),  # noqa: SIM905
        **dict.fromkeys("itchy scratchy boxy baggy frumpy shapeless unflattering".split(), -1.6),  # noqa: SIM905
        **dict.fromkeys("shrunk shrank faded pilling snagged leaks leaked leaking".split(), -1.8),  # noqa: SIM905
        **dict.fromkeys("overpriced unusable useless junk garbage crap bulky".split(), -2.0),  # noqa: SIM905
        **dict.fromkeys("sturdy durable comfy comfortable flattering versatile".split(), 2.0),  # noqa: SIM905
        **dict.fromkeys("soft softest lightweight compact intuitive crisp sleek".split(), 1.4),  # noqa: SIM905
        **dict.fromkeys("reliable affordable gorgeous flawless roomy cozy cosy".split(), 2.2),  # noqa: SIM905
        # In a shop they name things or states, not feelings.
        **dict.fromkeys("alone cut dress number pressure low no like bore fit".split(), 0.0),  # noqa: SIM905
    }
)


@cache
def load_valences() -> Mapping[str, float]:
    """Return the valence of each word of the lexicon, from -4 (worst) to 4 (best)."""
    path = Path(__file__).with_name("valence.tsv")
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    listed = {word: float(value) for word, _, value in (line.partition("\t") for line in lines)}
    return MappingProxyType({**listed, **_SHOPPING})


def weigh_words(words: Sequence[Word]) -> npt.NDArray[np.float64]:
    """Return a number for each word: how well it is meant where it stands; 0 for most."""
    valences = load_valences()
    found = np.zeros(len(words))
    for place, word in enumerate(words):
        value = valences.get(word.text, 0.0)
        if word.text == "like" and _is_verb(words, place):
            value = 1.5
        if not value:
            continue
        value += math.copysign(1.0, value) * _degree(words, place)
        found[place] = value * _NEGATED if word.negated else value
    return found


def _is_verb(words: Sequence[Word], place: int) -> bool:
    """Return whether this "like" is a liking: after "I", "we", or "really", "did not" and so on."""
    before = words[place - 1].text if place else ""
    return before in {"i", "we", "they", "really", "also", "do", "did"} or words[place].negated


def _degree(words: Sequence[Word], place: int) -> float:
    """Return what the degree words before a word add, the nearer the more."""
    found = 0.0
    for distance in (1, 2, 3):
        if distance > place:
            break
        text = words[place - distance].text
        share = 1 - 0.05 * (distance - 1)
        if text in _MORE:
            found += _DEGREE * share
        elif text in _LESS:
            found -= _DEGREE * share
    return found


def compound(total: float) -> float:
    """Return a sum of valences as a number between -1 and 1."""
    return float(total / math.sqrt(total * total + _SOFTENING))


def valence_of(words: Sequence[Word]) -> float:
    """Return how a text is meant, from -1 (badly) to 1 (well), 0 where no word says."""
    return compound(float(_contrasted(words, weigh_words(words)).sum()))


def _contrasted(words: Sequence[Word], weights: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the weights with those after the last "but" raised, those before it lowered."""
    at = [place for place, word in enumerate(words) if word.text in CONTRASTS]
    if not at:
        return weights
    weights = weights.copy()
    weights[: at[-1]] *= _BEFORE_CONTRAST
    weights[at[-1] :] *= _AFTER_CONTRAST
    return weights


def valence_features(words: Sequence[Word]) -> npt.NDArray[np.float64]:
    """Return FEATURES of a text as an array of shape (12,), all of them within about -4 to 4."""
    weights = weigh_words(words)
    if not len(weights):
        return np.zeros(len(FEATURES))
    good, bad = weights[weights > 0], weights[weights < 0]
    contrasts = [place for place, word in enumerate(words) if word.text in CONTRASTS]
    after = weights[contrasts[-1] :].sum() if contrasts else 0.0
    return np.array(
        [
            compound(float(_contrasted(words, weights).sum())),
            np.tanh(weights.sum() / 8) * 4,
            math.log1p(len(good)),
            math.log1p(len(bad)),
            good.max(initial=0.0),
            bad.min(initial=0.0),
            len(good) / max(len(good) + len(bad), 1),
            compound(float(weights[-_ENDING:].sum())),
            compound(float(after)),
            min(sum(word.text.count("!") for word in words), 8) / 4,
            math.log1p(sum(word.negated for word in words)),
            math.log1p(len(words)) / 2,
        ]
    )
