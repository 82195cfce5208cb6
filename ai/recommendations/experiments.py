"""Experiments with boxes: begun, ended, and which way a visitor has, always the same one.

A visitor is told apart by a lot from 0 to 9,999 that the browser draws and keeps: thousands share
each, so it names nobody, and it stays the same from week to week, which names in the log do not.
"""

import hashlib
import secrets
from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from ai.exceptions import ExperimentConflict
from ai.models import BoxExperiment
from ai.recommendations.types import Kind, Strategy

LOTS: Final = 10_000
# Where a browser keeps its lot.
LOT_COOKIE: Final = "box_lot"
Status = BoxExperiment.Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """How a box is filled for a visitor; `experiment` is None where none is running."""

    strategy: Strategy = Strategy.BLEND
    experiment: int | None = None
    is_treatment: bool = False


def draw_lot() -> int:
    """Return a lot for a browser to keep."""
    return secrets.randbelow(LOTS)


def running_experiments() -> dict[str, BoxExperiment]:
    """Return the experiments at work, by kind of box."""
    return {each.box: each for each in BoxExperiment.objects.filter(status=Status.RUNNING)}


def assign(experiment: BoxExperiment | None, lot: int | None) -> Assignment:
    """Return a visitor's way; whoever has no lot is in no experiment."""
    if experiment is None or lot is None:
        return Assignment()
    is_treatment = is_in_treatment(experiment.salt, lot, percent=experiment.percent)
    way = experiment.treatment if is_treatment else experiment.control
    return Assignment(strategy=Strategy(way), experiment=experiment.pk, is_treatment=is_treatment)


def is_in_treatment(salt: UUID, lot: int, *, percent: int) -> bool:
    """Return whether a lot has way B; each experiment's salt deals the lots anew."""
    digest = hashlib.sha256(salt.bytes + lot.to_bytes(4, "big")).digest()
    return int.from_bytes(digest[:8], "big") % 100 < percent


def create_experiment(
    *, name: str, box: Kind, control: Strategy, treatment: Strategy, percent: int = 50
) -> BoxExperiment:
    """Return an experiment that has not begun."""
    return BoxExperiment.objects.create(
        name=name, box=box, control=control, treatment=treatment, percent=percent, salt=uuid4()
    )


def begin_experiment(*, experiment: BoxExperiment) -> None:
    """Let it run; raises ExperimentConflict where it ran already or another one has the box."""
    try:
        with transaction.atomic():
            moved = BoxExperiment.objects.filter(pk=experiment.pk, status=Status.DRAFT).update(
                status=Status.RUNNING, started_at=timezone.now()
            )
    except IntegrityError:
        raise ExperimentConflict("Another experiment with this box is running.") from None
    if not moved:
        raise ExperimentConflict("It has begun already: make a new one.")
    experiment.refresh_from_db()


def end_experiment(*, experiment: BoxExperiment) -> None:
    """Let all visitors have the usual way again; raises ExperimentConflict where it did not run."""
    moved = BoxExperiment.objects.filter(pk=experiment.pk, status=Status.RUNNING).update(
        status=Status.ENDED, ended_at=timezone.now()
    )
    if not moved:
        raise ExperimentConflict("It is not running.")
    experiment.refresh_from_db()
