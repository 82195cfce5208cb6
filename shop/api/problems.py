"""Every error of the API as one kind of document: RFC 9457 problem details."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import structlog
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.core.signals import got_request_exception
from django.db import DatabaseError, DataError, IntegrityError, OperationalError
from django.http import Http404, HttpRequest, JsonResponse, UnreadablePostError
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback

from shop.api.fields import amount_text
from shop.api.throttling import rate_limit_of
from shop.exceptions import (
    CartError,
    CheckoutError,
    CouponRefused,
    JobAlreadyRunning,
    KeyUsedOtherwise,
    NotInCart,
    OrderChanged,
    OrderError,
    PaymentError,
    PaymentUnavailable,
    ShopBusy,
    ShopError,
)

CONTENT_TYPE = "application/problem+json"
TYPE = "urn:vitrine:problem:"
# Seconds after which a caller may try again when the database did not answer.
RETRY_AFTER_S = 5

logger = structlog.get_logger(__name__)

# Errors of the layers below and the status each becomes; the ai app adds its own.
_statuses: dict[type[Exception], HTTPStatus] = {
    ShopError: HTTPStatus.BAD_REQUEST,
    JobAlreadyRunning: HTTPStatus.CONFLICT,
    CartError: HTTPStatus.CONFLICT,
    NotInCart: HTTPStatus.NOT_FOUND,
    CouponRefused: HTTPStatus.CONFLICT,
    CheckoutError: HTTPStatus.CONFLICT,
    KeyUsedOtherwise: HTTPStatus.UNPROCESSABLE_ENTITY,
    OrderError: HTTPStatus.CONFLICT,
    PaymentError: HTTPStatus.CONFLICT,
    PaymentUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    ShopBusy: HTTPStatus.SERVICE_UNAVAILABLE,
}


def map_error(*, error: type[Exception], status: HTTPStatus) -> None:
    """Say which status an error of a service becomes; its text is shown as the detail."""
    _statuses[error] = status


def problem(
    *,
    status: int,
    code: str,
    detail: str,
    instance: str,
    errors: Mapping[str, list[str]] | None = None,
) -> dict[str, Any]:
    """Return the document's members."""
    return {
        "type": f"{TYPE}{code.replace('_', '-')}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": instance,
        **({"errors": errors} if errors else {}),
    }


def problem_response(error: Exception, context: Mapping[str, Any]) -> Response:
    """Return the problem document of an exception that left a view (REST framework's hook)."""
    request = context["request"]
    known = as_api_exception(error)
    if known is None:
        report_failure(error, request)
        known = exceptions.APIException("The server failed; the log has the reason.", "failure")
    elif isinstance(known, exceptions.Throttled):
        known.detail = exceptions.ErrorDetail("Too many requests for now.", known.default_code)
    set_rollback()
    errors = flatten(known.detail) if isinstance(known, exceptions.ValidationError) else None
    document = problem(
        status=known.status_code,
        code=code_of(known),
        detail="The request does not fit." if errors else str(known.detail),
        instance=request.path,
        errors=errors,
    )
    if isinstance(error, OrderChanged) and error.total is not None:
        document["total"] = amount_text(error.total)
    response = Response(
        document,
        status=known.status_code,
        headers=headers_of(known, request),
        content_type=CONTENT_TYPE,
    )
    response.exception = True
    return response


def as_api_exception(error: Exception) -> exceptions.APIException | None:
    """Return the error in REST framework's own terms; None for a fault of the program."""
    if isinstance(error, exceptions.APIException):
        return error
    if isinstance(error, DatabaseError):
        return database_problem(error)
    for kind in type(error).__mro__:
        if kind in _statuses:
            return Refused(error, _statuses[kind])
        if kind in TRANSLATIONS:
            return TRANSLATIONS[kind]()
    return None


class Refused(exceptions.APIException):
    """A service refused, and said why."""

    def __init__(self, error: Exception, status: HTTPStatus) -> None:
        kebab = "".join(f"-{c.lower()}" if c.isupper() else c for c in type(error).__name__)
        super().__init__(str(error), kebab.lstrip("-"))
        self.status_code = status


class Unavailable(exceptions.APIException):
    """The database did not answer in time."""

    status_code = HTTPStatus.SERVICE_UNAVAILABLE
    default_code = "unavailable"
    default_detail = "The shop's database did not answer in time; try again in a moment."


class Conflict(exceptions.APIException):
    """Another change came first."""

    status_code = HTTPStatus.CONFLICT
    default_code = "conflict"
    default_detail = "This is in conflict with what is already there."


class Unreadable(exceptions.ParseError):
    """The request is not what it says it is."""

    default_detail = "The request cannot be read."


class ContentTooLarge(exceptions.APIException):
    """The body is larger than DATA_UPLOAD_MAX_MEMORY_SIZE."""

    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    default_code = "content-too-large"
    default_detail = "The body is larger than the API accepts."


# Django's own exceptions; the most specific class of an error decides.
TRANSLATIONS: dict[type[Exception], type[exceptions.APIException]] = {
    Http404: exceptions.NotFound,
    PermissionDenied: exceptions.PermissionDenied,
    RequestDataTooBig: ContentTooLarge,
    SuspiciousOperation: Unreadable,
    UnreadablePostError: Unreadable,
}


def database_problem(error: DatabaseError) -> exceptions.APIException | None:
    """Return the problem a database error means to the caller, if it means any."""
    if isinstance(error, IntegrityError):
        logger.warning("conflict", reason=str(error))
        return Conflict()
    if isinstance(error, DataError):
        logger.warning("unfit_value", reason=str(error))
        return exceptions.ParseError("A value cannot be stored.")
    if isinstance(error, OperationalError):
        logger.error("database_unavailable", reason=str(error))
        return Unavailable()
    return None


def report_failure(error: Exception, request: Any) -> None:
    """Tell Django's listeners (logs, tests) about an exception that becomes a 500 here."""
    got_request_exception.send(sender=None, request=getattr(request, "_request", request))
    logger.error("api_failure", exc_info=error)


def code_of(error: exceptions.APIException) -> str:
    """Return the problem's short name."""
    if isinstance(error, exceptions.ValidationError):
        return "invalid"
    codes = error.get_codes()
    return codes if isinstance(codes, str) else error.default_code


def headers_of(error: exceptions.APIException, request: Any) -> dict[str, str]:
    """Return the headers that belong to the problem."""
    headers: dict[str, str] = {}
    if challenge := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = challenge
    limit = rate_limit_of(request)
    if limit:
        headers |= limit.headers
    if isinstance(error, exceptions.Throttled) and limit:
        headers["Retry-After"] = str(limit.wait_s)
    elif error.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = str(RETRY_AFTER_S)
    return headers


def flatten(detail: Any, path: str = "") -> dict[str, list[str]]:
    """Return messages by field, nested fields as `variants.0.price`."""
    if isinstance(detail, Mapping):
        items: Any = detail.items()
    elif isinstance(detail, list) and any(isinstance(entry, (dict, list)) for entry in detail):
        items = enumerate(detail)
    else:
        messages = detail if isinstance(detail, list) else [detail]
        return {path or "non_field_errors": [str(message) for message in messages]}
    found: dict[str, list[str]] = {}
    for name, inner in items:
        if inner:
            found |= flatten(inner, f"{path}.{name}" if path else str(name))
    return found


def plain_problem(request: HttpRequest, *, status: HTTPStatus, detail: str) -> JsonResponse:
    """Return a problem for an API path that never reached a view."""
    code = status.phrase.lower().replace(" ", "-")
    return JsonResponse(
        problem(status=status, code=code, detail=detail, instance=request.path),
        status=status,
        content_type=CONTENT_TYPE,
    )
