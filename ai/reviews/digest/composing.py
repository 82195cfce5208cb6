"""A digest ready to be shown: whoever words its sentences, what they say was counted."""

from collections.abc import Callable
from dataclasses import replace

import structlog

from ai.reviews.digest.clauses import Clause, Kind, write_clauses
from ai.reviews.digest.facts import Facts
from ai.reviews.digest.verifying import check_digest

log = structlog.get_logger(__name__)

# Says a clause in other words. A language model is told to keep every number before what it counts.
Wording = Callable[[Clause], str]


def compose_digest(facts: Facts, *, least: int, wording: Wording | None = None) -> list[Clause]:
    """Return the clauses of a digest that hold, worded by `wording` where that says the same.

    What disagrees with the facts, or cannot be worded, stands as it was written; quotes always do.
    """
    written = write_clauses(facts, least=least)
    refused = check_digest(written, facts)
    for each in refused:
        log.warning("digest_clause_refused", text=each.clause.text, reason=each.reason)
    kept = [clause for clause in written if clause not in [each.clause for each in refused]]
    return [_reworded(clause, facts, wording) for clause in kept] if wording else kept


def _reworded(clause: Clause, facts: Facts, wording: Wording) -> Clause:
    if clause.kind == Kind.QUOTE:
        return clause
    try:
        other = replace(clause, text=" ".join(wording(clause).split()))
    except Exception:  # whatever a model does, the digest stands
        log.exception("digest_not_worded", text=clause.text)
        return clause
    if refused := check_digest([other], facts):
        log.info("digest_wording_refused", text=other.text, reason=refused[0].reason)
        return clause
    return other
