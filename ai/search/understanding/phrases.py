"""The words of the language that ask for something, as English shoppers type them (pure).

They belong to the language and to no shop: what a shop sells is read from its catalogue.
"""

from enum import StrEnum
from typing import Final

Phrase = tuple[str, ...]


class Side(StrEnum):
    """On which side of a number what is asked for lies."""

    BELOW = "below"
    ABOVE = "above"
    AROUND = "around"


def words(text: str) -> frozenset[str]:
    """Return the words of a text, for sets that read like one."""
    return frozenset(text.split())


def _phrases(text: str) -> tuple[Phrase, ...]:
    return tuple(tuple(each.split()) for each in text.split(","))


COMPARATORS: Final[dict[Phrase, Side]] = {
    **dict.fromkeys(
        _phrases(
            "under,below,less than,up to,at most,no more than,not more than,max,maximum,"
            "lighter than,shorter than,smaller than,cheaper than,within,<,not over"
        ),
        Side.BELOW,
    ),
    **dict.fromkeys(
        _phrases(
            "over,above,more than,at least,from,min,minimum,heavier than,longer than,larger than,"
            "bigger than,starting at,>,not under,no less than"
        ),
        Side.ABOVE,
    ),
    **dict.fromkeys(_phrases("around,about,approximately,approx,roughly,circa,ca,~"), Side.AROUND),
}
# Before a number they are about money only when a currency says so.
VAGUE: Final = frozenset({("from",), ("about",), ("within",), ("max",), ("min",), ("ca",)})
STOCK: Final = _phrases("in stock,available now,available today,ready to ship,not sold out")
SALE: Final = _phrases("on sale,on offer,reduced price,reduced prices,discounted,special offer")
# At the end of a text it is about the price, before a noun about salt.
SALE_LAST: Final = _phrases("reduced,sale")
CHEAP: Final = _phrases("cheap,cheapest,budget,inexpensive,affordable,low cost,low price")
BEST: Final = _phrases("best,top rated,best rated,highest rated,well reviewed,best reviewed")
STARS: Final = frozenset({"star", "stars", "*"})
NEGATORS: Final = _phrases("without,w / o,no,not,excluding,except,minus")
# "Not" denies one thing; "without" whatever is named up to the next preposition.
NARROW: Final = frozenset({("not",)})
OR: Final = frozenset({"or", "nor", ","})
# What follows a negator without being a thing.
NO_THINGS: Final = words(
    "only more less longer too so very for one just matter problem need enough in on at to a an the"
    " my your it that this be is are"
)
STOP: Final = words(
    "a an and are as at be but by for from have i in into is it my of on or our some that the their"
    " these this to we with you your me want need looking which who"
)
