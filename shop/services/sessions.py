"""The browsers an account is signed in with, and signing them out from afar."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from shop.models import User


def list_sessions(*, user: User) -> list[UserSession]:
    """Return the open sessions, the latest first; what has ended is forgotten."""
    sessions = UserSession.objects.purge_and_list(user)
    return sorted(sessions, key=lambda session: session.created_at, reverse=True)


def end_session(*, user: User, pk: int) -> bool:
    """Sign one browser of the account out; return whether there was such a one."""
    session = UserSession.objects.filter(user=user, pk=pk).first()
    if session is None:
        return False
    session.end()
    return True


def end_other_sessions(*, user: User, current: str | None) -> int:
    """Sign out every browser but the one with this session key; return how many."""
    others = list(UserSession.objects.filter(user=user).exclude(session_key=current or ""))
    for session in others:
        session.end()
    return len(others)


def forget_ended_sessions() -> int:
    """Delete the traces of sessions that have ended, and return how many browsers those were."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    gone = UserSession.objects.exclude(session_key__in=Session.objects.values("session_key"))
    count: int = gone.delete()[0]
    return count
