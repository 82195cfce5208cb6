"""Draining the outbox: lease, embed with no transaction open, settle."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from ai.exceptions import ProviderError, ProviderUnavailable
from ai.indexing.failures import forget_failures, keep_failures
from ai.indexing.leases import Claim, Lease
from ai.indexing.outbox_entries import record, record_reviews_of
from ai.indexing.pipeline import LATER, embed_objects
from ai.indexing.words import index_words
from ai.models import EmbeddingSpace, Priority, SourceKind

__all__ = ["DrainResult", "drain", "record"]

# What else happens to changed objects, by their ids.
Follower = Callable[[Sequence[int]], object]

# After that many tries an entry moves to the failures, where staff see it: some ten minutes.
MOST_ATTEMPTS = 8
FIRST_WAIT_S = 5.0
LONGEST_WAIT_S = 600.0
# How long entries wait for a provider that is away, unless it says itself.
AWAY_WAIT_S = 30.0
# Until a budget or a setting changes.
PATIENT_WAIT_S = 600.0


@dataclass(slots=True, kw_only=True)
class DrainResult:
    """What one round of draining did; `away` says that a provider could not be reached."""

    claimed: int = 0
    embedded: int = 0
    skipped: int = 0
    removed: int = 0
    failed: int = 0
    away: bool = False


@dataclass(slots=True)
class _Trouble:
    """What went wrong with one kind in one round: objects' own errors, or all have to wait."""

    errors: dict[EmbeddingSpace, dict[int, str]] = field(default_factory=dict)
    wait_s: float = 0.0
    reason: str = ""


def drain(
    *,
    limit: int = 64,
    priority: int = Priority.BULK,
    followers: Mapping[str, Follower] = MappingProxyType({}),
) -> DrainResult:
    """Embed what up to `limit` entries of that priority, or a more urgent one, ask for.

    A kind's follower is called with the ids too, before they are embedded: it keeps something else
    true that is made of the same objects, and takes care of what it cannot do.

    Words first: they need no model, so a product is found by them while the embedder is away.
    """
    lease = Lease(limit=limit, priority=priority)
    result = DrainResult(claimed=len(lease.claims))
    by_kind: dict[str, list[Claim]] = defaultdict(list)
    for claim in lease.claims:
        by_kind[claim.kind].append(claim)
    for kind, found in by_kind.items():
        claims = _less_deadly(lease, kind, found, result)
        ids = sorted({claim.object_id for claim in claims})
        if kind == SourceKind.PRODUCT:
            index_words(product_ids=ids)
        if kind in followers:
            followers[kind](ids)
        trouble = _embed_everywhere(kind, ids, result)
        if kind == SourceKind.PRODUCT:
            record_reviews_of(product_ids=ids, priority=Priority.BULK)
        _settle(lease, claims, trouble, result)
    return result


def _less_deadly(
    lease: Lease, kind: str, claims: Sequence[Claim], result: DrainResult
) -> list[Claim]:
    """Return the claims but those whose workers died every time: they become failures unread."""
    deadly = [claim for claim in claims if claim.attempts > MOST_ATTEMPTS]
    if deadly:
        errors = {claim.object_id: "The worker died over it every time." for claim in deadly}
        for space in EmbeddingSpace.objects.maintained():
            keep_failures(space=space, kind=kind, errors=errors, attempts=MOST_ATTEMPTS)
        lease.settle(deadly)
        result.failed += len(errors)
    return [claim for claim in claims if claim.attempts <= MOST_ATTEMPTS]


def _embed_everywhere(kind: str, ids: Sequence[int], result: DrainResult) -> _Trouble:
    trouble = _Trouble()
    for space in EmbeddingSpace.objects.maintained():
        try:
            outcome = embed_objects(space=space, kind=kind, ids=ids)
        except LATER as error:
            trouble.wait_s = max(trouble.wait_s, _wait_for(error))
            trouble.reason = str(error)
            result.away = True
            continue
        result.embedded += len(outcome.embedded)
        result.skipped += len(outcome.skipped)
        result.removed += outcome.removed
        trouble.errors[space] = outcome.failed
        forget_failures(space=space, kind=kind, ids=set(ids) - set(outcome.failed))
        # Changed while the model worked: the change has an entry of its own, unless it was a bulk
        # update, which leaves none.
        record(kind=kind, ids=outcome.outdated)
    return trouble


def _wait_for(error: ProviderError) -> float:
    if isinstance(error, ProviderUnavailable) and error.retry_after_s:
        return max(AWAY_WAIT_S, error.retry_after_s)
    return AWAY_WAIT_S if isinstance(error, ProviderUnavailable) else PATIENT_WAIT_S


def _settle(lease: Lease, claims: Sequence[Claim], trouble: _Trouble, result: DrainResult) -> None:
    refused = {id_: error for errors in trouble.errors.values() for id_, error in errors.items()}
    failed = [claim for claim in claims if claim.object_id in refused]
    others = [claim for claim in claims if claim.object_id not in refused]
    result.failed += len({claim.object_id for claim in failed})
    if trouble.reason:
        lease.postpone(others, wait_s=trouble.wait_s, error=trouble.reason, counts=False)
    else:
        lease.settle(others)
    for claim in failed:
        if claim.attempts < MOST_ATTEMPTS:
            wait_s = min(FIRST_WAIT_S * 2 ** (claim.attempts - 1), LONGEST_WAIT_S)
            lease.postpone([claim], wait_s=wait_s, error=refused[claim.object_id], counts=True)
            continue
        for space, errors in trouble.errors.items():
            own = {id_: error for id_, error in errors.items() if id_ == claim.object_id}
            keep_failures(space=space, kind=claim.kind, errors=own, attempts=claim.attempts)
        lease.settle([claim])
