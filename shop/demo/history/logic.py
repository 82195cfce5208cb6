"""Which parts of the logic are on: a test turns one off and sees what it did."""

from dataclasses import dataclass
from typing import Final

# Share of picks made without regard to taste, season, price or basket. Enough that no pattern is
# pure (gifts, whims, a neighbour's wish), too little to hide one.
NOISE_SHARE: Final = 0.10


@dataclass(frozen=True, slots=True, kw_only=True)
class Logic:
    """All parts are on unless said otherwise."""

    preferences: bool = True
    seasons: bool = True
    together: bool = True
    prices: bool = True
    noise: float = NOISE_SHARE
