"""Who may call what: declared beside each view, refused where nothing is declared."""

from dataclasses import dataclass
from typing import Any

from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from shop.models import ApiToken


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What a call needs.

    A token needs the scope, and its account the permission as well: a token can never do more than
    the account it acts for. A session needs the permission. Without a permission, being signed in
    is enough.
    """

    scope: str = ""
    permission: str = ""
    public: bool = False

    def allows(self, request: Request) -> bool:
        """Return whether this caller may go on."""
        if self.public:
            return True
        user = request.user
        if not user or not user.is_authenticated:
            return False
        if isinstance(request.auth, ApiToken) and self.scope not in request.auth.scopes:
            return False
        return not self.permission or (user.is_staff and user.has_perm(self.permission))


PUBLIC = Access(public=True)


def declared_access(view: Any, method: str | None) -> Access | None:
    """Return the rule of the action that is being called; None when the view declares none.

    A view set names its actions (`list`, `create`), a plain view its methods (`get`, `post`).
    """
    rules: dict[str, Access] = getattr(view, "access", {})
    action = getattr(view, "action", None)
    name = "get" if method == "HEAD" else (method or "").lower()
    return rules.get(action) if action else rules.get(name)


class ReadOnlyOrScoped(BasePermission):
    """Lets everybody read what declares nothing; the rest needs what the view declares."""

    message = "This is not yours to do."

    def has_permission(self, request: Request, view: Any) -> bool:
        """Return whether the declared rule lets the caller in; undeclared writes are refused."""
        access = declared_access(view, request.method)
        if access is None:
            return request.method in SAFE_METHODS
        if access.scope and isinstance(request.auth, ApiToken):
            self.message = f"This needs the scope {access.scope} and an account that may do it."
        return access.allows(request)
