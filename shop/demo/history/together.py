"""What is bought with what: accessories, families, and companions that people agree on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from shop.demo.history.events import Reason
from shop.demo.history.goods import Catalogue, Good

# Of the lines after the first, the share that is chosen to go with what is in the basket, when
# anything does; the rest is taste again.
TOGETHER_SHARE: Final = 0.65
# How readily companions are taken, against each other. What was made for the very thing comes
# first; who buys an accessory may be buying its main product at last; a family matches.
ACCESSORY: Final = 4.0
MAIN: Final = 1.5
FAMILY: Final = 1.0
# Share of repeat orders that begin with an accessory of something bought before (a blade wears
# out, a stove wants its windshield), and with more of what was used up.
LATER_SHARE: Final = 0.15
AGAIN_SHARE: Final = 0.10
# Words in titles of what is used up; everything else is hardly bought twice by one person.
USED_UP: Final = frozenset(
    ("Candle", "Candles", "Lights", "Soap", "Papers", "Cartridge", "Wash", "Twine", "Grease")
)
OWNED_FACTOR: Final = 0.05

Partner = tuple[Good, float, Reason]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The goods of a category whose titles hold one of the words; all of them without words."""

    category: str
    words: frozenset[str] = frozenset()

    def covers(self, good: Good) -> bool:
        """Return whether a product is of the kind."""
        if good.category != self.category:
            return False
        return not self.words or not self.words.isdisjoint(good.title.replace(",", "").split())


def _kind(category: str, *words: str) -> Kind:
    return Kind(category=category, words=frozenset(words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Companions:
    """Who buys the one often buys the other; `weight` is shared by all that are covered."""

    having: Kind
    taken: Kind
    weight: float
    why: str


COMPANIONS: Final = (
    Companions(
        having=_kind("tents", "Tent", "Shelter"),
        taken=_kind("sleeping-bags"),
        weight=3,
        why="the first tent asks for the first night in it",
    ),
    Companions(
        having=_kind("sleeping-bags", "Bag", "Quilt"),
        taken=_kind("sleeping-bags", "Mat"),
        weight=4,
        why="a bag is flat below; the mat does half of the warming",
    ),
    Companions(
        having=_kind("camp-kitchen", "Stove", "Burner"),
        taken=_kind("camp-kitchen", "Pot", "Kettle", "Skillet"),
        weight=5,
        why="a flame needs something on it",
    ),
    Companions(
        having=_kind("camp-kitchen", "Pot", "Kettle", "Skillet"),
        taken=_kind("camp-kitchen", "Mug", "Bowl"),
        weight=3,
        why="whoever cooks also eats",
    ),
    Companions(
        having=_kind("boots-and-shoes", "Boot", "Shoe"),
        taken=_kind("socks-and-gaiters", "Socks"),
        weight=5,
        why="boots are tried on in their socks",
    ),
    Companions(
        having=_kind("rain-jackets", "Jacket"),
        taken=_kind("trousers-and-shorts", "Overtrousers", "Trousers"),
        weight=2,
        why="rain does not stop at the hem",
    ),
    Companions(
        having=_kind("garden-tools", "Secateurs"),
        taken=_kind("garden-tools", "Gloves"),
        weight=3,
        why="what is pruned has thorns",
    ),
    Companions(
        having=_kind("pots-and-bird-feeders", "Box"),
        taken=_kind("pots-and-bird-feeders", "Feeder"),
        weight=3,
        why="whoever houses birds feeds them",
    ),
    Companions(
        having=_kind("tea-and-coffee", "Dripper", "Grinder"),
        taken=_kind("tea-and-coffee", "Kettle", "Dripper", "Grinder"),
        weight=4,
        why="pour-over is a set: grinder, dripper, a kettle with a thin spout",
    ),
    Companions(
        having=_kind("tea-and-coffee", "Teapot"),
        taken=_kind("tea-and-coffee", "Kettle", "Cosy"),
        weight=3,
        why="a pot is warmed from outside and from inside",
    ),
    Companions(
        having=_kind("blankets-and-throws", "Throw", "Blanket"),
        taken=_kind("candles-and-oil-lamps", "Candle", "Candles"),
        weight=2,
        why="one evening, two purchases",
    ),
    Companions(
        having=_kind("hats-and-gloves", "Beanie", "Hat"),
        taken=_kind("hats-and-gloves", "Gloves", "Mitts", "Snood"),
        weight=4,
        why="cold ears, cold hands",
    ),
    Companions(
        having=_kind("travel-bags", "Trolley", "Duffel"),
        taken=_kind("travel-bags", "Cubes", "Cube", "Wash", "Wallet"),
        weight=4,
        why="a new bag is packed anew",
    ),
)


def is_used_up(good: Good) -> bool:
    """Return whether a product is bought again because the first one is gone."""
    return not USED_UP.isdisjoint(good.title.replace(",", "").split())


class Partners:
    """Finds what goes with a product, once for each."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._known: dict[str, tuple[Partner, ...]] = {}

    def of(self, good: Good) -> tuple[Partner, ...]:
        """Return what goes with a product, how readily it is taken, and why."""
        if good.slug not in self._known:
            self._known[good.slug] = tuple(_partners(good, self._catalogue))
        return self._known[good.slug]


def _partners(good: Good, catalogue: Catalogue) -> Iterator[Partner]:
    for accessory in catalogue.accessories.get(good.slug, ()):
        yield accessory, ACCESSORY, "fits"
    for main in catalogue.mains.get(good.slug, ()):
        yield main, MAIN, "fits"
    for relative in catalogue.by_family[good.family]:
        if relative.kind != good.kind and good.title not in relative.fits:
            yield relative, FAMILY, "family"
    for rule in COMPANIONS:
        if rule.having.covers(good):
            taken = [
                other
                for other in catalogue.by_category.get(rule.taken.category, ())
                if rule.taken.covers(other) and other is not good
            ]
            for other in taken:
                yield other, rule.weight / len(taken), "companion"
