"""The words a sentence of a digest may be made of, by what they say."""

from collections.abc import Mapping
from typing import Final


def _list(text: str) -> frozenset[str]:
    return frozenset(text.split())


# They say nothing of how many, nor of how it is meant.
PLAIN: Final = _list("""
    a about also among an and are as at be between bought bring brings brought but buy buyer buyers
    by came come comes counted customer customers feel feels find finds for found from had has have
    here in is it its mention mentioned mentions name named names of on or ordered out people
    purchase purchases review reviewed reviewer reviewers reviews said say saying says shopper
    shoppers speak speaks spoke talk talked talks that the their them then these they this those to
    up verified was were what while who with write writes writing written wrote
""")
PRAISE: Final = _list("""
    enjoy enjoyed enjoys favour favourable glad good great happy like liked likes love loved loves
    pleased positive praise praised praises recommend recommended recommends satisfied well
""")
BLAME: Final = _list("""
    bad badly blame blamed blames complain complained complains complaint complaints criticise
    criticised criticises criticize criticized criticizes disappointed dislike disliked dislikes
    displeased dissatisfied hate hated hates negative poor poorly problem problems unhappy
""")
DIVIDED: Final = _list("divided mixed torn")
PURCHASE: Final = _list("bought ordered purchase purchases verified")
ORDERING: Final = _list("first followed frequently most next often")
# Words for a share, and from what share of the reviews to what share they are true.
SHARES: Final[Mapping[str, tuple[float, float]]] = {
    "most": (0.5001, 1.0),
    "mostly": (0.5001, 1.0),
    "majority": (0.5001, 1.0),
    "many": (1 / 3, 1.0),
    "half": (0.45, 0.55),
    "third": (0.3, 0.37),
    "quarter": (0.22, 0.28),
    "minority": (0.0, 0.4999),
    "few": (0.0, 0.25),
    "all": (1.0, 1.0),
    "every": (1.0, 1.0),
    "everybody": (1.0, 1.0),
    "everyone": (1.0, 1.0),
}
NUMBERS: Final = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
COUNTING: Final = PLAIN | PRAISE | BLAME | DIVIDED | SHARES.keys()
