"""The rules that are on, kept in each process until any of them changes in any."""

from itertools import chain
from typing import Final

from django.db import connection

from ai.models import BoostRule, PinRule, RedirectRule, SynonymRule
from ai.search.steering.compiling import compile_rule
from ai.search.steering.rules import RuleSet

MODELS: Final = (SynonymRule, PinRule, BoostRule, RedirectRule)
# What a search without changed rules pays: one row by its key.
VERSION: Final = "SELECT current_database(), (SELECT version FROM ai_steeringversion WHERE id = 1)"

# One set, under the version it was read at. Threads may both read it anew: the last one stays.
_kept: dict[tuple[object, ...], RuleSet] = {}


def read_rules() -> RuleSet:
    """Return every rule that is on, scheduled ones too; one statement unless a rule has changed.

    The version is read before the rules: a change between the two is read again at the next look.
    """
    with connection.cursor() as cursor:
        cursor.execute(VERSION)
        version = tuple(cursor.fetchone())
    kept = _kept.get(version)
    if kept is None:
        kept = RuleSet.of(chain.from_iterable(compile_rule(row) for row in _rows()))
        _kept.clear()
        _kept[version] = kept
    return kept


def _rows() -> chain[SynonymRule | PinRule | BoostRule | RedirectRule]:
    return chain.from_iterable(model.objects.filter(is_active=True) for model in MODELS)
