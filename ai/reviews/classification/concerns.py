"""What a moderator should look at before shoppers do: signs, each with its reason, no verdicts."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from ai.reviews.classification.topics import DELIVERY, SERVICE
from ai.reviews.language.words import Word

SPAM, CONTACT, OFF_TOPIC = "spam", "contact", "off_topic"
CONCERNS: Final = (SPAM, CONTACT, OFF_TOPIC)

_LINK: Final = re.compile(
    r"https?://|www\.|\b[a-z0-9-]{3,}\.(?:com|net|org|ru|info|biz|shop|xyz)\b", re.I
)
_MAIL: Final = re.compile(r"\b[\w.+-]+@[\w-]+\.[a-z]{2,}", re.I)
# Eight digits at least, in groups: sizes, prices and years are shorter; a date is none.
_PHONE: Final = re.compile(r"(?<![\w.])(?!\d{4}-\d\d-\d\d)\+?\d(?:[ ()/.-]?\d){7,14}(?!\w)")
_ADVERTISING: Final = re.compile(
    r"\b(?:click here|promo code|coupon code|discount code|use my code|visit my|check out my"
    r"|whats ?app|telegram|earn money|make money|work from home|free gift card|buy now"
    r"|crypto|bitcoin|casino|loan)\b",
    re.I,
)
_STUTTER: Final = re.compile(r"(.)\1{7,}")
_MANY_WORDS: Final = 12
# Of so many words, one that makes up this share is repeated to be seen.
_REPEATED: Final = 0.4
_SHOUTED: Final = 0.8


def find_concerns(text: str, words: Sequence[Word], *, topics: Sequence[str]) -> list[str]:
    """Return the concerns of a review, in the order of CONCERNS; mostly none."""
    found = []
    if _LINK.search(_MAIL.sub("", text)) or _ADVERTISING.search(text) or _is_filler(text, words):
        found.append(SPAM)
    if _MAIL.search(text) or _PHONE.search(text):
        found.append(CONTACT)
    # About delivery or the shop alone: true perhaps, but no help to whoever looks at the product.
    if topics and {DELIVERY, SERVICE}.issuperset(topics):
        found.append(OFF_TOPIC)
    return found


def _is_filler(text: str, words: Sequence[Word]) -> bool:
    """Return whether a text repeats itself, or shouts from end to end."""
    if _STUTTER.search(text):
        return True
    plain = [word.text for word in words if word.is_word]
    if len(plain) < _MANY_WORDS:
        return False
    most = Counter(plain).most_common(1)[0][1]
    letters = [letter for letter in text if letter.isalpha()]
    shouted = sum(letter.isupper() for letter in letters)
    return most > _REPEATED * len(plain) or shouted > _SHOUTED * len(letters)
