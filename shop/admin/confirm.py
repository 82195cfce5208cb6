"""The page that asks before something is done; JavaScript asks in place and skips the page."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse

NOT_KEPT = ("csrfmiddlewaretoken", "confirmed")


def is_confirmed(request: HttpRequest) -> bool:
    """Return whether the visitor has said yes."""
    return request.POST.get("confirmed") == "yes"


def ask(
    request: HttpRequest,
    *,
    title: str,
    text: str,
    answer: str,
    back: str,
    back_to: Any = None,
    is_harmless: bool = False,
) -> TemplateResponse:
    """Return the question; a yes posts the same fields again, to the same address."""
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in NOT_KEPT
        for value in values
    ]
    context = {
        **admin.site.each_context(request),
        "title": title,
        "text": text,
        "answer": answer,
        "fields": fields,
        "back": back,
        "back_to": back_to,
        "is_harmless": is_harmless,
    }
    return TemplateResponse(request, "admin/_confirm.html", context)
