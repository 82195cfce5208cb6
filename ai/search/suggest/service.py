"""The conductor of suggestions: candidates, a correction where there are none, what they show."""

from ai.search.query import clean
from ai.search.suggest.correcting import correct_typed
from ai.search.suggest.lookup import Candidate, find_candidates, find_popular
from ai.search.suggest.offers import make_offers
from ai.search.suggest.types import Offers


def suggest_while_typing(raw: str) -> Offers:
    """Return what to offer for a text that is being typed; for none, what is asked most."""
    text, _ = clean(raw)
    if not text:
        return Offers(text="", offers=make_offers(find_popular(), typed=""))
    candidates = find_candidates(text)
    if candidates:
        return _offers(text, candidates)
    corrected = correct_typed(text)
    candidates = find_candidates(corrected) if corrected else []
    if not candidates:
        return Offers(text=text)
    return _offers(corrected, candidates, corrected_from=text)


def _offers(text: str, candidates: list[Candidate], *, corrected_from: str = "") -> Offers:
    return Offers(
        text=text, corrected_from=corrected_from, offers=make_offers(candidates, typed=text)
    )
