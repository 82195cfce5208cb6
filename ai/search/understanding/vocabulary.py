"""The catalogue's own vocabulary: brands, categories, values, measures, read once and kept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import connection

from ai.search.cache import remember
from ai.search.understanding.phrases import STOP, Phrase
from ai.search.understanding.scan import Text
from ai.search.understanding.tokens import plain, singular, tokenise
from ai.search.understanding.units import Unit, unit_of

# Seconds until the catalogue is asked whether it has changed.
LIFETIME_S: Final = 60
# The most frequent values and brands: with 50,000 products a few megabytes in each process. What
# is rarer is still found by its words.
MOST_VALUES: Final = 5_000
MOST_BRANDS: Final = 5_000
# Longer values are sentences and other products' titles.
MAX_WORDS: Final = 4
MAX_CHARACTERS: Final = 40
# Letters; shorter words beside a number are its unit.
MIN_TELLING: Final = 3
# Between the words of one name; other marks end it.
JOINTS: Final = frozenset({"&", "and", "-", "'"})

# Rows are added with rising ids, and taken away.
FINGERPRINT: Final = """
SELECT concat_ws(':', current_database(),
    (SELECT count(*) || '.' || coalesce(max(id), 0) FROM shop_productattribute),
    (SELECT count(*) || '.' || coalesce(max(id), 0) FROM shop_variant),
    (SELECT count(*) || '.' || coalesce(max(id), 0) FROM shop_brand),
    (SELECT count(*) || '.' || coalesce(max(id), 0) FROM shop_category),
    (SELECT count(*) || '.' || coalesce(max(id), 0) FROM shop_product WHERE status = 'active'))
"""
BRANDS: Final = """
SELECT b.id, b.slug, b.name FROM shop_brand b JOIN shop_product p ON p.brand_id = b.id
WHERE p.status = 'active' GROUP BY b.id ORDER BY count(*) DESC, b.id LIMIT %s
"""
CATEGORIES: Final = "SELECT path, name FROM shop_category ORDER BY path"
ATTRIBUTES: Final = """
SELECT a.id, a.code, a.name, a.kind, a.unit FROM shop_attribute a WHERE a.is_filterable
ORDER BY a.position, a.id
"""
VALUES: Final = """
SELECT attribute_id, text, sum(products) FROM (
    SELECT attribute_id, text, count(*) AS products FROM shop_productattribute
    WHERE text IS NOT NULL AND length(text) <= %(long)s GROUP BY attribute_id, text
    UNION ALL
    SELECT o.attribute_id, v.text, count(DISTINCT o.product_id)
    FROM shop_productoption o JOIN shop_variant s ON s.product_id = o.product_id
    CROSS JOIN LATERAL (VALUES (1, s.option1), (2, s.option2), (3, s.option3)) AS v (place, text)
    WHERE v.place = o.position AND v.text <> '' AND length(v.text) <= %(long)s
    GROUP BY o.attribute_id, v.text
) said GROUP BY attribute_id, text ORDER BY sum(products) DESC, attribute_id, text LIMIT %(most)s
"""
# How many published products of each category state each attribute; NULL stands for all of them.
COVERAGE: Final = """
SELECT s.attribute_id, c.path, count(*)
FROM (
    SELECT attribute_id, product_id FROM shop_productattribute
    UNION SELECT attribute_id, product_id FROM shop_productoption
) s
JOIN shop_product p ON p.id = s.product_id AND p.status = 'active'
LEFT JOIN shop_category c ON c.id = p.category_id
GROUP BY s.attribute_id, c.path
UNION ALL
SELECT NULL, c.path, count(*) FROM shop_product p LEFT JOIN shop_category c ON c.id = p.category_id
WHERE p.status = 'active' GROUP BY c.path
UNION ALL
SELECT 0, c.path, count(*) FROM shop_product p LEFT JOIN shop_category c ON c.id = p.category_id
WHERE p.status = 'active' AND p.brand_id IS NOT NULL GROUP BY c.path
"""
# Stands for the brand among the attributes' ids in the counts above.
BRAND: Final = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeName:
    """An attribute that shoppers may filter by; `words` are its name, folded."""

    pk: int
    code: str
    name: str
    kind: str
    words: Phrase
    unit: Unit | None


@dataclass(slots=True, kw_only=True)
class Meaning:
    """What a phrase stands for in this catalogue."""

    brands: dict[int, tuple[str, str]] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    features: set[int] = field(default_factory=set)
    # Values by attribute that have the phrase in them, and the attributes of which it is a value.
    texts: dict[int, set[str]] = field(default_factory=dict)
    exact: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Everything that words of a query can name, by folded phrase."""

    meanings: dict[Phrase, Meaning] = field(default_factory=dict)
    attributes: dict[int, AttributeName] = field(default_factory=dict)
    stated: dict[int | None, dict[str, int]] = field(default_factory=dict)

    def measures(self, dimension: str) -> list[AttributeName]:
        """Return the attributes that measure a dimension, the most often stated first."""
        found = [
            each
            for each in self.attributes.values()
            if each.unit is not None and each.unit.dimension == dimension
        ]
        return sorted(found, key=lambda each: (-self.count(each.pk), each.pk))

    def count(self, attribute: int) -> int:
        """Return how many products state an attribute."""
        return sum(self.stated.get(attribute, {}).values())

    def coverage(self, attribute: int, paths: Iterable[str]) -> float:
        """Return the share of products that state an attribute, in some categories or in all."""
        wanted = tuple(paths) or ("",)
        everything = self.stated.get(None, {})
        of_all = sum(count for path, count in everything.items() if path.startswith(wanted))
        stating = self.stated.get(attribute, {})
        own = sum(count for path, count in stating.items() if path.startswith(wanted))
        return own / of_all if of_all else 0.0


_known: dict[str, Vocabulary] = {}


def read_vocabulary() -> Vocabulary:
    """Return the catalogue's vocabulary, kept in this process until the catalogue changes."""
    version = remember("ai:search:vocabulary", LIFETIME_S, _fingerprint)
    found = _known.get(version)
    if found is None:
        found = load_vocabulary()
        _known.clear()
        _known[version] = found
    return found


def load_vocabulary() -> Vocabulary:
    """Read the vocabulary from the catalogue, in five statements."""
    attributes = {row[0]: _attribute(*row) for row in _rows(ATTRIBUTES)}
    meanings = _names()
    for attribute in attributes.values():
        if attribute.kind == "boolean":
            meanings[attribute.words].features.add(attribute.pk)
    for pk, text, _ in _rows(VALUES, {"long": MAX_CHARACTERS, "most": MOST_VALUES}):
        if pk in attributes:
            _add_value(meanings, pk, text)
    stated: dict[int | None, dict[str, int]] = defaultdict(dict)
    for pk, path, count in _rows(COVERAGE):
        stated[pk][path or ""] = count
    meanings.pop((), None)
    # "Size" before a size names the attribute, whatever value says One size.
    for attribute in attributes.values():
        named = meanings.get(attribute.words)
        if named is not None and not named.exact and not named.features:
            named.texts.clear()
    return Vocabulary(meanings=dict(meanings), attributes=attributes, stated=dict(stated))


def _names() -> dict[Phrase, Meaning]:
    """Return what the names of brands and categories stand for."""
    meanings: dict[Phrase, Meaning] = defaultdict(Meaning)
    for pk, slug, name in _rows(BRANDS, [MOST_BRANDS]):
        meanings[fold(name)].brands[pk] = (slug, name)
    for path, name in _rows(CATEGORIES):
        for part in _parts(name):
            meanings[part].paths[path] = name
    return meanings


def fold(text: str) -> Phrase:
    """Return a name as it is compared: plain words in the singular, without marks."""
    return tuple(singular(word) for token in tokenise(text) if not is_joint(word := token.text))


def is_joint(word: str) -> bool:
    """Return whether something stands between words and is none of a name: Ember & Tine."""
    return word == "and" or not word[0].isalnum()


def phrase_at(text: Text, place: int, vocabulary: Vocabulary) -> int:
    """Return how many tokens at a place name something of the catalogue's, the most, or 0."""
    longest = 0
    words: list[str] = []
    for other in range(place, min(place + 2 * MAX_WORDS, len(text))):
        word = text.word(other)
        if is_joint(word):
            if not words or word not in JOINTS:
                break
            continue
        words.append(singular(word))
        if len(words) > MAX_WORDS:
            break
        if tuple(words) in vocabulary.meanings:
            longest = other + 1 - place
    return longest


def _add_value(meanings: dict[Phrase, Meaning], attribute: int, text: str) -> None:
    phrase = fold(text)
    if not 0 < len(phrase) <= MAX_WORDS:
        return
    meanings[phrase].exact.add(attribute)
    for part in {phrase, *((word,) for word in phrase if _tells(word, phrase))}:
        meanings[part].texts.setdefault(attribute, set()).add(text)


def _tells(word: str, phrase: Phrase) -> bool:
    """Return whether a word of a value says something without the others: not the m of 3 m."""
    is_unit = len(word) < MIN_TELLING and any(each.isdecimal() for each in phrase)
    return word not in STOP and not is_unit


def _parts(name: str) -> Iterator[Phrase]:
    """Yield what a category's name lists: `Sleeping bags and mats` names two things."""
    for part in plain(name).replace("&", ",").replace(" and ", ",").replace(" or ", ",").split(","):
        if phrase := fold(part)[:MAX_WORDS]:
            yield phrase


def _attribute(pk: int, code: str, name: str, kind: str, unit: str) -> AttributeName:
    return AttributeName(
        pk=pk,
        code=code,
        name=name,
        kind=kind,
        words=fold(name),
        unit=unit_of(unit) if kind == "number" and unit else None,
    )


def _fingerprint() -> str:
    return str(_rows(FINGERPRINT)[0][0])


def _rows(statement: str, params: Any = None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return list(cursor.fetchall())
