"""Sentences with judged aspects, from files of two forms, for commands."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

from django.core.management.base import CommandError

from ai.reviews.aspects.judging import Judged
from ai.reviews.aspects.polarity import Polarity
from ai.reviews.aspects.tagging import singular
from ai.reviews.language.words import Word, read_words

_POLARITIES: Final = {
    "negative": Polarity.NEGATIVE,
    "neutral": Polarity.NEUTRAL,
    "positive": Polarity.POSITIVE,
}


def read_judged(path: Path) -> list[Judged]:
    """Return the sentences of a JSONL file as Hu & Liu's, or of an XML file as MAMS's.

    Raises CommandError for a file of another form.
    """
    try:
        if path.suffix == ".xml":
            found = _of_xml(path)
        else:
            with path.open(encoding="utf-8") as file:
                found = [_of_json(json.loads(line)) for line in file if line.strip()]
    except (OSError, ValueError, KeyError, TypeError, ET.ParseError) as error:
        raise CommandError(f"{path} cannot be read: {error!r}") from error
    if not any(sentence.terms for sentence in found):
        raise CommandError(f"{path} has no sentences with aspects.")
    return found


def _of_json(row: dict[str, Any]) -> Judged:
    words = read_words(row["sentence"])
    judged = [each for each in row["aspects"] if each["strength"]]
    return Judged(
        words=words,
        terms=[normal(each["aspect"]) for each in judged],
        places=[find_words(words, each["aspect"]) for each in judged],
        polarities=[
            int(Polarity.POSITIVE if each["strength"] > 0 else Polarity.NEGATIVE) for each in judged
        ],
        group=str(row.get("product", "")),
        text=row["sentence"],
    )


def _of_xml(path: Path) -> list[Judged]:
    # The file is named by whoever runs the command; expat reads no other file for an entity.
    root = ET.parse(path).getroot()  # noqa: S314
    return [_of_node(node, str(place)) for place, node in enumerate(root.iter("sentence"))]


def _of_node(node: ET.Element, group: str) -> Judged:
    text = node.findtext("text") or ""
    words = read_words(text)
    terms, places, polarities = [], [], []
    for each in (*node.iter("aspectTerm"), *node.iter("aspectCategory")):
        polarity = _POLARITIES.get(each.get("polarity", ""))
        if polarity is None:
            continue
        is_term = each.tag == "aspectTerm"
        term = str(each.get("term" if is_term else "category", ""))
        begin, end = int(each.get("from", "0")), int(each.get("to", "0"))
        at = [n for n, word in enumerate(words) if word.begin < end and word.end > begin]
        # A category, "food", stands for all of the sentence that names none of its words.
        whole = None if is_term else (0, len(words) - 1)
        terms.append(normal(term))
        places.append((at[0], at[-1]) if at else find_words(words, term) or whole)
        polarities.append(int(polarity))
    return Judged(
        words=words, terms=terms, places=places, polarities=polarities, group=group, text=text
    )


def normal(term: str) -> str:
    """Return a term in lower case, its words in the singular."""
    return " ".join(singular(word.text) for word in read_words(term) if word.is_word)


def find_words(words: Sequence[Word], term: str) -> tuple[int, int] | None:
    """Return where a term's words first stand in a sentence, plural or not; None if they do not."""
    wanted = normal(term).split()
    present = [singular(word.text) for word in words]
    for at in range(len(present) - len(wanted) + 1) if wanted else ():
        if present[at : at + len(wanted)] == wanted:
            return at, at + len(wanted) - 1
    return None
