"""The same search in other words: each text that staff's synonyms make of it is asked as well."""

from dataclasses import replace
from itertools import islice, product
from typing import Final

from ai.search.asking import Asked, ask
from ai.search.steering.rules import Rule, Steering, Synonym, Use
from ai.search.understanding.types import Constraint

# Each text costs a look at the words and one at the meaning; the first alternatives come first.
MOST_TEXTS: Final = 4
# Enough to find MOST_TEXTS among; two synonyms of twenty words each make 440 texts.
MOST_TRIED: Final = 40


def widen(asked: Asked, steering: Steering, *, keep: tuple[str, ...]) -> Asked:
    """Return what was asked with the same in other words.

    What narrows the search is what was typed; what the other words name moves up too.
    """
    if asked.query.is_code:
        return asked
    others = [ask(text, keep=keep) for text in other_texts(steering)]
    others = [other for other in others if other.query.searched]
    if not others:
        return asked
    known = {each.key for each in asked.understanding.constraints}
    more: dict[str, Constraint] = {}
    for other in others:
        for each in other.understanding.constraints:
            if each.boost is not None and each.key not in known:
                more.setdefault(each.key, replace(each, filters=None))
    understanding = asked.understanding
    return Asked(
        understanding=replace(
            understanding, constraints=(*understanding.constraints, *more.values())
        ),
        query=replace(asked.query, others=tuple(other.query for other in others)),
    )


def other_texts(steering: Steering) -> tuple[str, ...]:
    """Return the texts that the synonyms make, at most MOST_TEXTS, without the text itself.

    A word that stands in the text several times is replaced by the same word each time.
    """
    uses = _apart(steering.synonyms)
    rules = list(dict.fromkeys(use.rule for use in uses))
    choices = [("", *_alternatives(rule)) for rule in rules]
    texts = (
        _with(steering, uses, dict(zip(rules, chosen, strict=True)))
        for chosen in islice(product(*choices), MOST_TRIED)
    )
    different = dict.fromkeys(text for text in texts if text != steering.text.text)
    return tuple(islice(different, MOST_TEXTS))


def _apart(uses: tuple[Use, ...]) -> list[Use]:
    """Return the closest rules whose words do not overlap, in the order of the words."""
    chosen: list[Use] = []
    for use in uses:
        same = [each for each in chosen if (each.begin, each.end) == (use.begin, use.end)]
        if same or all(use.end <= each.begin or each.end <= use.begin for each in chosen):
            chosen.append(use)
    return sorted(chosen, key=lambda use: use.begin)


def _alternatives(rule: Rule) -> tuple[str, ...]:
    return rule.alternatives if isinstance(rule, Synonym) else ()


def _with(steering: Steering, uses: list[Use], chosen: dict[Rule, str]) -> str:
    """Return the text with the chosen words in place of the rules' own; "" leaves them."""
    text, last = steering.text, 0
    parts = []
    for use in uses:
        begin, end = text.span(use.begin, use.end)
        if chosen[use.rule] and begin >= last:
            parts += [text.text[last:begin], chosen[use.rule]]
            last = end
    return "".join([*parts, text.text[last:]])
