"""States as words with a colour."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Mood = Literal["good", "busy", "warn", "bad", "off"]
# The colours of list columns by the names of the page's own.
_MOODS: Final[dict[str, Mood]] = {
    "success": "good",
    "info": "busy",
    "warning": "warn",
    "danger": "bad",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A state in words, and the mood that colours it."""

    text: str
    mood: Mood


def badge(colours: Mapping[str, str], state: str, text: str) -> Badge:
    """Return the badge of a state in the colour that lists give it."""
    return Badge(text=text, mood=_MOODS.get(colours.get(state, ""), "off"))
