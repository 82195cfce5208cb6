"""What a review is about: the product, its delivery, the shop's service, the price."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from ai.reviews.language.words import Word

PRODUCT, DELIVERY, SERVICE, PRICE = "product", "delivery", "service", "price"
TOPICS: Final = (PRODUCT, DELIVERY, SERVICE, PRICE)

# Words and pairs that name a topic whatever is sold.
_CUES: Final[Mapping[str, frozenset[str]]] = {
    DELIVERY: frozenset(
        {"delivery", "delivered", "shipping", "shipped", "shipment", "courier", "parcel", "package"}
        | {"packaging", "packaged", "postage", "tracking", "dispatched", "arrived", "arrive"}
        | {"arrival", "delivers", "mailed", "post office", "wrong item", "wrong size"}
    ),
    SERVICE: frozenset(
        {"refund", "refunded", "seller", "exchange", "warranty", "helpdesk", "complaint"}
        | {"customer service", "customer support", "tech support", "customer care", "the shop"}
        | {"the store", "the staff", "return policy", "sales person", "replied", "refused"}
        | {"responded", "support team"}
    ),
    PRICE: frozenset(
        {"price", "prices", "priced", "pricey", "cost", "costs", "expensive", "cheap", "cheaper"}
        | {"overpriced", "bargain", "value", "money", "discount", "sale", "affordable", "worth"}
        | {"euros", "dollars", "pounds"}
    ),
}
_FEWEST_WORDS: Final = 3
# Words a cue stands for: a long text that says "delivered" once is about the product all the same.
_REACH: Final = 10


def tell_topics(words: Sequence[Word], *, mentions: int) -> list[str]:
    """Return the topics of a review in the order of TOPICS; `mentions` is how many aspects it has.

    A review that names none of the others is about the product, if it says anything at all.
    """
    plain = [word.text for word in words if word.is_word]
    said = {*plain, *(" ".join(pair) for pair in pairwise(plain))}
    found = [topic for topic, cues in _CUES.items() if said & cues]
    cues_said = sum(len(said & cues) for cues in _CUES.values())
    # What delivery and service are called may be tagged as an aspect too: more must be said.
    says_more = mentions > len(found) or len(plain) > _REACH * cues_said
    if says_more and len(plain) >= _FEWEST_WORDS:
        found.insert(0, PRODUCT)
    return found
