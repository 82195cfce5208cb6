"""Who may see and steer embedding jobs."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]

MAY_EMBED = "ai.change_embeddingjob"
MAY_SWITCH = "ai.change_embeddingspace"


def needs(permission: str) -> Callable[[View], View]:
    """Answer 403 to members of staff who do not have the permission."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not request.user.has_perm(permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate
