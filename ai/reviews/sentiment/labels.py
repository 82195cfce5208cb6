"""Labels as people write them: two classes in some words, or stars."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ai.exceptions import LabelsUnusable

_POSITIVE: Final = frozenset(
    {"1", "1.0", "+1", "true", "t", "yes", "y", "positive", "pos", "good", "recommended"}
)
_NEGATIVE: Final = frozenset(
    {"0", "0.0", "-1", "-1.0", "false", "f", "no", "n", "negative", "neg", "bad"}
)
_BETWEEN: Final = frozenset({"neutral", "mixed", "conflict", ""})
_STARS: Final = {f"{n}{tail}": n for n in range(1, 6) for tail in ("", ".0", " stars", " star")}
# Stars that are neither praise nor blame.
MIDDLE: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelReading:
    """What the labels mean: `kind` is `binary` or `stars`; `names` gives each known one a class.

    Classes are 1 (positive), 0 (negative) and None (in between: left out).
    """

    kind: str
    names: dict[str, int | None]

    def classes(self, labels: Sequence[str]) -> list[int | None]:
        """Return the class of each label; raises LabelsUnusable for one never seen before."""
        return [self._class(label) for label in labels]

    def _class(self, label: str) -> int | None:
        tidy = label.strip().lower()
        if tidy not in self.names:
            known = ", ".join(sorted(repr(name) for name in self.names))
            raise LabelsUnusable(f"The label {label!r} is none of {known}.")
        return self.names[tidy]


def read_labels(labels: Iterable[str]) -> LabelReading:
    """Return how to read these labels.

    Stars from 1 to 5: 4 and 5 are positive, 1 and 2 negative, 3 is left out, as is usual since
    Pang, Lee & Vaithyanathan (2002). Other pairs: by their words or numbers. Raises LabelsUnusable.
    """
    found = {label.strip().lower() for label in labels}
    told = found - _BETWEEN
    if told <= _POSITIVE | _NEGATIVE and not (told & {"1", "1.0"} and not told & _NEGATIVE):
        names: dict[str, int | None] = {each: int(each in _POSITIVE) for each in told}
        kind = "binary"
    elif told <= _STARS.keys():
        names = {each: None if n == MIDDLE else int(n > MIDDLE) for each, n in _STARS.items()}
        kind = "stars"
    else:
        raise LabelsUnusable(
            "Labels are 0 and 1, words such as positive and negative, or stars from 1 to 5; found "
            + ", ".join(sorted(repr(each) for each in found)[:8])
            + "."
        )
    present = {names[each] for each in told}
    if not {0, 1} <= present:
        raise LabelsUnusable("Both positive and negative texts are needed.")
    return LabelReading(kind=kind, names={**names, **dict.fromkeys(_BETWEEN)})
