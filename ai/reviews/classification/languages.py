"""Which language a text is in, by its smallest words; no answer where they say too little."""

from collections.abc import Mapping
from typing import Final

from ai.reviews.language.words import read_words

# The commonest words of each language that are rare in the others.
_SMALL: Final[Mapping[str, frozenset[str]]] = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the and is it this was i for with my are not have you but very they of to be on so",
        "de": "der die das und ist ich nicht es mit auf ein eine sehr zu den für aber auch wie war",
        "fr": "le la les et est je pas un une des très pour que il avec mais sur ce c'est qui dans",
        "es": "el la los y es que no un una muy para con por pero se lo las del en mi está como",
        "it": "il la e è che non un una molto per con ma di sono gli le del questo mi anche ho",
        "nl": "de het een en is niet ik van zeer met maar voor op dat heel te ook deze mijn goed",
        "pt": "o a os e é que não um uma muito para com por mas se do da em meu está bom foi",
        "sv": "och är det jag inte en ett mycket som på med för att men den har till av så var",
        "da": "og er det jeg ikke en et meget som på med for at men den har til af så var",
        "pl": "i jest to nie na się bardzo z do że ale w jak za dla po mi są był tego",
    }.items()
}
_FEWEST_WORDS: Final = 4
# Of a text's words that must be small words of the language, and its lead over the next one.
_LEAST_SHARE: Final = 0.12
_LEAD: Final = 1.2


def tell_language(text: str) -> str:
    """Return the ISO 639-1 code of a text's language, or "" where nobody could tell."""
    words = [word.text for word in read_words(text) if word.is_word]
    if len(words) < _FEWEST_WORDS:
        return ""
    hits = {code: sum(word in small for word in words) for code, small in _SMALL.items()}
    first, second = sorted(hits, key=lambda code: -hits[code])[:2]
    if hits[first] < max(_LEAST_SHARE * len(words), 1) or hits[first] < _LEAD * hits[second]:
        return ""
    return first
