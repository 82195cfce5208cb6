"""What every view of the API shares: declared access, rate headers, conditional reads."""

from typing import Any, ClassVar

from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from shop.api.etag import answer_conditionally
from shop.api.permissions import Access
from shop.api.throttling import rate_limit_of

OK = 200


class ApiView(APIView):
    """The base of every view; of a view set, named before REST framework's class.

    `access` names a rule for each action of a view set, or for each method (`get`, `post`) of a
    plain view. Reads without a rule are open to everybody; anything else without one is refused.
    """

    access: ClassVar[dict[str, Access]] = {}
    # Search results carry timings: their hash would never match.
    conditional = True

    def finalize_response(
        self, request: Request, response: Response, *args: Any, **kwargs: Any
    ) -> Response:
        """Add the rate limit, and the ETag of a read."""
        final = super().finalize_response(request, response, *args, **kwargs)
        limit = rate_limit_of(request)
        if limit:
            for name, value in limit.headers.items():
                final[name] = value
        readable = request.method in SAFE_METHODS and final.status_code == OK
        if readable and self.conditional and isinstance(final, Response):
            answer_conditionally(request, final)
        return final
