"""What protects an account: password, second factor, and the browsers it is signed in with."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from shop.services.sessions import end_other_sessions, end_session, list_sessions
from shop.user_agents import describe_browser
from shop.views.account.visitor import AccountRequest, members_post

# Below this, it is time for new ones.
FEW_CODES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Passkey:
    """A key that signs somebody in."""

    pk: int
    name: str
    added_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondFactor:
    """What an account asks for beside the password; `codes_left` is None where there are none."""

    has_app: bool
    passkeys: list[Passkey]
    codes_left: int | None

    @property
    def is_on(self) -> bool:
        """Whether a password alone no longer opens the account."""
        return self.has_app or bool(self.passkeys)

    @property
    def is_short_of_codes(self) -> bool:
        """Whether the recovery codes are about to run out."""
        return self.codes_left is not None and self.codes_left < FEW_CODES


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSession:
    """A browser that is signed in."""

    pk: int
    browser: str
    ip: str
    since: datetime
    is_this_one: bool


@login_required
def security(request: AccountRequest) -> HttpResponse:
    """Show what protects the account."""
    key = request.session.session_key
    context = {
        "factor": read_second_factor(list(Authenticator.objects.filter(user=request.user))),
        "sessions": [describe(each, key) for each in list_sessions(user=request.user)],
    }
    return render(request, "shop/account/security.html", context)


@members_post(back="shop:security")
def end_one_session(request: AccountRequest, pk: int) -> HttpResponse:
    """Sign one other browser out."""
    if not end_session(user=request.user, pk=pk):
        raise Http404
    messages.success(request, "That browser is signed out.")
    return redirect("shop:security")


@members_post(back="shop:security")
def end_all_others(request: AccountRequest) -> HttpResponse:
    """Sign out every browser but this one."""
    end_other_sessions(user=request.user, current=request.session.session_key)
    messages.success(request, "Every other browser is signed out.")
    return redirect("shop:security")


def read_second_factor(authenticators: list[Authenticator]) -> SecondFactor:
    """Return an account's second factor as its page shows it."""
    kinds = {each.type: each for each in authenticators}
    codes = kinds.get(Authenticator.Type.RECOVERY_CODES)
    return SecondFactor(
        has_app=Authenticator.Type.TOTP in kinds,
        passkeys=[
            Passkey(
                pk=each.pk,
                name=each.wrap().name,
                added_at=each.created_at,
                used_at=each.last_used_at,
            )
            for each in authenticators
            if each.type == Authenticator.Type.WEBAUTHN
        ],
        codes_left=len(codes.wrap().get_unused_codes()) if codes else None,
    )


def describe(session: UserSession, current: str | None) -> OpenSession:
    """Return a session in words."""
    return OpenSession(
        pk=session.pk,
        browser=describe_browser(session.user_agent),
        ip=session.ip,
        since=session.created_at,
        is_this_one=session.session_key == current,
    )
