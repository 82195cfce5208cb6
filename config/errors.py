"""Errors outside any view: a page for people, a problem document below /api/."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from shop.api.problems import plain_problem
from shop.views import errors as pages

API_PATH = "/api/"


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that could not be understood."""
    if request.path.startswith(API_PATH):
        detail = "The request cannot be read."
        return plain_problem(request, status=HTTPStatus.BAD_REQUEST, detail=detail)
    return pages.bad_request(request, exception)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that is not allowed."""
    if request.path.startswith(API_PATH):
        detail = "This is not yours to do."
        return plain_problem(request, status=HTTPStatus.FORBIDDEN, detail=detail)
    return pages.permission_denied(request, exception)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that does not show that it came from this shop."""
    if request.path.startswith(API_PATH):
        detail = "The request does not show that it came from this shop."
        return plain_problem(request, status=HTTPStatus.FORBIDDEN, detail=detail)
    return pages.csrf_failed(request, reason)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request for what is not there."""
    if request.path.startswith(API_PATH):
        detail = "There is nothing at this address."
        return plain_problem(request, status=HTTPStatus.NOT_FOUND, detail=detail)
    return pages.page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer when the shop failed."""
    if request.path.startswith(API_PATH):
        detail = "The server failed; the log has the reason."
        return plain_problem(request, status=HTTPStatus.INTERNAL_SERVER_ERROR, detail=detail)
    return pages.server_error(request)
