"""Taking a change of a rule back: the history keeps each, so each can come again."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from ai.exceptions import AiError
from ai.models import StaffRule


class NothingToUndo(AiError):
    """There is no earlier state to go back to."""


def undo_last_change(rule: StaffRule) -> str:
    """Put a rule back to what it was before its last change, and say what was done.

    A rule that was never changed is switched off. Undoing twice brings the change back. Raises
    NothingToUndo where the earlier state is no longer possible: its product is gone.
    """
    model: Any = type(rule)
    with transaction.atomic():
        locked = model.objects.select_for_update().get(pk=rule.pk)
        latest = locked.history.first()
        earlier = latest.prev_record if latest is not None else None
        if earlier is None:
            if not locked.is_active:
                raise NothingToUndo("It was never changed, and it is off.")
            locked.is_active = False
            locked.save()
            return "It is new: it is switched off now, and can be switched on again."
        for field in earlier.tracked_fields:
            setattr(locked, field.attname, getattr(earlier, field.attname))
        _save(locked)
    return f"It is again as it was until {latest.history_date:%Y-%m-%d %H:%M} (UTC)."


def restore_deleted(*, model: type[StaffRule], pk: int) -> StaffRule:
    """Bring a deleted rule back as it was, switched off; raises NothingToUndo where it cannot."""
    kind: Any = model
    with transaction.atomic():
        record = kind.history.filter(id=pk, history_type="-").first()
        if record is None or kind.objects.filter(pk=pk).exists():
            raise NothingToUndo("There is no deleted rule of this number.")
        rule: StaffRule = record.instance
        # Another rule may have taken its place meanwhile.
        rule.is_active = False
        _save(rule)
    return rule


def _save(rule: StaffRule) -> None:
    try:
        rule.full_clean(exclude=["author"])
    except ValidationError as error:
        raise NothingToUndo(f"It cannot be as it was: {' '.join(error.messages)}") from error
    rule.save()
