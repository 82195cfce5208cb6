"""What a box of recommendations has shown, signed as the receipts of searches are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid4

from django.core import signing

from ai.analytics.receipts import MAX_AGE
from ai.models import BoxKind

_SALT: Final = "ai.box-receipt"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxReceipt:
    """A box: its id, and what LoggedBox keeps of it."""

    id: UUID
    kind: str
    shown: Sequence[int]
    experiment: int | None
    is_treatment: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedBoxReceipt:
    """A receipt as a page carries it."""

    box_id: str
    token: str


def sign_box(
    *,
    kind: BoxKind,
    shown: Sequence[int],
    experiment: int | None = None,
    is_treatment: bool = False,
) -> SignedBoxReceipt:
    """Return the receipt of a box; an empty one of an experiment counts as well."""
    box_id = uuid4()
    content = [box_id.hex, str(kind), list(shown), experiment, int(is_treatment)]
    return SignedBoxReceipt(
        box_id=str(box_id), token=signing.dumps(content, salt=_SALT, compress=True)
    )


def read_box(token: str) -> BoxReceipt:
    """Return what a token says; raises `signing.BadSignature` for one that is forged or too old."""
    content: list[Any] = signing.loads(token, salt=_SALT, max_age=MAX_AGE)
    box_id, kind, shown, experiment, is_treatment = content
    return BoxReceipt(
        id=UUID(box_id),
        kind=kind,
        shown=tuple(shown),
        experiment=experiment,
        is_treatment=bool(is_treatment),
    )
