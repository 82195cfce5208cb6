"""Undo and restore, by POST."""

from typing import Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from ai.models import (
    BoostRule,
    PinRule,
    RecommendationRule,
    RedirectRule,
    StaffRule,
    SynonymRule,
)
from ai.search.steering.undoing import NothingToUndo, restore_deleted, undo_last_change

KINDS: Final[dict[str, type[StaffRule]]] = {
    "synonymrule": SynonymRule,
    "pinrule": PinRule,
    "boostrule": BoostRule,
    "redirectrule": RedirectRule,
    "recommendationrule": RecommendationRule,
}


@require_POST
def undo(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Take the last change of a rule back."""
    model = _model(request, kind, "change")
    rule = get_object_or_404(model, pk=pk)
    try:
        messages.success(request, undo_last_change(rule))
    except NothingToUndo as error:
        messages.error(request, str(error))
    return redirect(f"admin:ai_{kind}_change", pk)


@require_POST
def restore(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Bring a deleted rule back, switched off."""
    model = _model(request, kind, "add")
    try:
        rule = restore_deleted(model=model, pk=pk)
    except NothingToUndo as error:
        messages.error(request, str(error))
        return redirect(f"admin:ai_{kind}_changelist")
    messages.success(request, "It is back and switched off: look at it, then switch it on.")
    return redirect(f"admin:ai_{kind}_change", rule.pk)


def _model(request: HttpRequest, kind: str, action: str) -> type[StaffRule]:
    if kind not in KINDS:
        raise Http404
    if not request.user.has_perm(f"ai.{action}_{kind}"):
        raise PermissionDenied
    return KINDS[kind]
