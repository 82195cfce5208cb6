"""The OpenAPI document: who may call what, and every error as a problem document."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema

from shop.api.permissions import declared_access

PROBLEM = {
    "type": "object",
    "description": "What went wrong (RFC 9457).",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "format": "uri", "example": "urn:vitrine:problem:invalid"},
        "title": {"type": "string", "example": "Bad Request"},
        "status": {"type": "integer", "example": 400},
        "detail": {"type": "string", "example": "The request does not fit."},
        "instance": {"type": "string", "example": "/api/v1/reviews/"},
        "errors": {
            "type": "object",
            "description": "Messages by field, nested fields as `variants.0.price`.",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
            "example": {"rating": ["A valid integer is required."]},
        },
        "total": {
            "type": "string",
            "description": "Where an order changed since it was quoted: what it comes to now.",
            "example": "50.40",
        },
    },
}
# Why each status: it is the description in the document.
REASONS = {
    "400": "The request cannot be read, or a value does not fit.",
    "401": "The token is unknown, expired or revoked, or there is none where one is needed.",
    "403": "The account or the token may not do this.",
    "404": "There is no such thing, or none that the caller may see.",
    "406": "The API answers in JSON only.",
    "409": "In conflict with what is already there.",
    "412": "It has changed since it was read (`If-Match`).",
    "413": "The body is too large.",
    "415": "The body is of a type that the operation does not read.",
    "422": "This idempotency key came with another request.",
    "429": "Too many requests; `Retry-After` says when to go on.",
    "503": "The database did not answer in time.",
}
EVERYWHERE = {"401", "406", "429", "503"}
WITH_BODY = {"400", "409", "413", "415"}


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """Describes the tokens of `ScopedTokenAuthentication`."""

    target_class = "shop.api.authentication.ScopedTokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        """Return the scheme."""
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "A token made in the admin or by `manage.py create_api_token`.",
        }


class ProblemSchema(AutoSchema):
    """Describes an operation with what its view declares about access."""

    def get_auth(self) -> list[dict[str, Any]]:
        """Return the ways to sign in; none is one of them where everybody may call."""
        ways: list[dict[str, Any]] = super().get_auth()
        access = declared_access(self.view, self.method)
        if access is not None and access.public:
            ways.append({})
        return ways

    def get_description(self) -> str:  # type: ignore[override]
        """Return the docstring and what the caller needs."""
        text: str = super().get_description() or ""
        access = declared_access(self.view, self.method)
        if access is None or access.public:
            return text
        who = f"an account with `{access.permission}`" if access.permission else "any account"
        return f"{text}\n\nNeeds {who}; a token also the scope `{access.scope}`.".strip()


def describe_problems(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Add the problem document to every operation, for each status it can end with."""
    components = result.setdefault("components", {})
    components.setdefault("schemas", {})["Problem"] = PROBLEM
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    components["responses"] = {
        f"Problem{status}": {"description": reason, "content": content}
        for status, reason in REASONS.items()
    }
    for path in result["paths"].values():
        for method, operation in path.items():
            for status in sorted(possible_statuses(method, operation)):
                reference = {"$ref": f"#/components/responses/Problem{status}"}
                operation["responses"].setdefault(status, reference)
    return result


def possible_statuses(method: str, operation: dict[str, Any]) -> set[str]:
    """Return the statuses of the errors an operation can end with."""
    places = {each["in"] for each in operation.get("parameters", [])}
    names = {each["name"] for each in operation.get("parameters", [])}
    statuses = set(EVERYWHERE)
    if "query" in places:
        statuses.add("400")
    if "path" in places or "page" in names:
        statuses.add("404")
    if {} not in operation.get("security", [{}]):
        statuses.add("403")
    if "requestBody" in operation:
        statuses |= WITH_BODY
    if "Idempotency-Key" in names:
        statuses.add("422")
    if method == "patch":
        statuses.add("412")
    if method in {"post", "delete"} and "path" in places:
        statuses.add("409")
    return statuses
