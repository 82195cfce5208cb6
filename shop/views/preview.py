"""The front page as it will be, for staff."""

from datetime import datetime

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from shop.models import HomeSection
from shop.views.front.blocks import build_blocks, read_sections
from shop.views.memory import memory_of


def read_moment(text: str) -> datetime:
    """Return the moment that a form's field names, in the shop's time zone; now for nonsense."""
    try:
        moment = parse_datetime(text)
    except ValueError:  # well formed, as the 31st of February is
        moment = None
    if moment is None:
        return timezone.now()
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment


@require_safe
@never_cache
def preview(request: HttpRequest) -> HttpResponse:
    """Show the front page of a moment (`at`), with what is not published if asked (`drafts`)."""
    if not request.user.is_staff:
        return redirect_to_login(request.get_full_path(), reverse("admin:login"))
    if not request.user.has_perm("shop.view_homesection"):
        raise PermissionDenied
    moment = read_moment(request.GET.get("at", ""))
    with_drafts = request.GET.get("drafts") == "1"
    notices = HomeSection.objects.filter(kind=HomeSection.Kind.NOTICE).shown_at(moment)
    context = {
        "blocks": build_blocks(read_sections(moment, with_drafts=with_drafts), memory_of(request)),
        "notice": (notices if with_drafts else notices.published()).first(),
        "preview": {"moment": moment, "with_drafts": with_drafts},
    }
    return render(request, "shop/home.html", context)
