"""A server that speaks as much of Stripe's API as the shop uses; it tells what it was asked."""

import hmac
import json
import re
import time
from collections.abc import Callable
from hashlib import sha256
from itertools import count
from threading import Event, Lock
from typing import Any
from urllib.parse import parse_qsl

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

SECRET_KEY = "sk_test_of_the_stub"
WEBHOOK_SECRET = "whsec_of_the_stub"
_ANY_PATH = re.compile(r"/v1/.*")
FINAL = {"succeeded", "canceled"}


class StripeStub:
    """Keeps payments and refunds; answers as put before by `refuse`, `hang` and `say` first."""

    def __init__(self, server: HTTPServer) -> None:
        self.url = server.url_for("").rstrip("/")
        self.asked: list[tuple[str, str, dict[str, str]]] = []
        self.headers: list[dict[str, str]] = []
        self.intents: dict[str, dict[str, Any]] = {}
        self.refunded: dict[str, int] = {}
        self._answers: list[Callable[[], Response]] = []
        self._replies: dict[str, tuple[str, Response]] = {}
        self._numbers = count(1)
        self._lost_path = ""
        self._lock = Lock()
        self._end = Event()
        server.expect_request(_ANY_PATH).respond_with_handler(self._answer)

    # ----- what a test makes happen at Stripe

    def pay(self, reference: str) -> None:
        """Let the shopper's card pay."""
        intent = self.intents[reference]
        intent.update(status="succeeded", amount_received=intent["amount"])

    def decline(self, reference: str, message: str = "Your card was declined.") -> None:
        """Let the shopper's card be declined."""
        error = {"type": "card_error", "code": "card_declined", "message": message}
        self.intents[reference].update(last_payment_error=error)

    def refuse(self, status: int, message: str = "no", **error: str) -> None:
        """Answer the next request with an error."""
        self._answers.append(lambda: problem(status, message, **error))

    def hang(self, seconds: float) -> None:
        """Say nothing for a while when asked next, or until `close`."""

        def wait() -> Response:
            self._end.wait(seconds)
            return problem(500, "too late")

        self._answers.append(wait)

    def lose_reply(self, path: str) -> None:
        """Do what is asked next at this path, and let the answer get lost."""
        self._lost_path = path

    def say(self, body: str, status: int = 200) -> None:
        """Answer the next request with this body, whatever it is."""
        self._answers.append(lambda: Response(body, status, content_type="application/json"))

    def close(self) -> None:
        """Let hanging answers end."""
        self._end.set()

    def event(self, kind: str, reference: str, **changes: Any) -> dict[str, Any]:
        """Return an event about a payment, as it stands now."""
        return {
            "id": f"evt_{next(self._numbers)}",
            "object": "event",
            "type": kind,
            "created": int(time.time()),
            "data": {"object": dict(self.intents[reference])},
            **changes,
        }

    # ----- the API

    def _answer(self, request: Request) -> Response:
        data = dict(parse_qsl(request.get_data(as_text=True)))
        self.asked.append((request.method, request.path, data))
        self.headers.append(dict(request.headers))
        if request.headers.get("Authorization") != f"Bearer {SECRET_KEY}":
            return problem(401, "Invalid API Key provided: sk_test_********tub")
        if self._answers:
            return self._answers.pop(0)()
        with self._lock:
            reply = self._once(request, data)
        if request.path == self._lost_path:
            self._lost_path = ""
            self._end.wait(30)
        return reply

    def _once(self, request: Request, data: dict[str, str]) -> Response:
        """Answer a request of a known key as before, as Stripe does for a day."""
        key = request.headers.get("Idempotency-Key", "")
        asked = repr((request.path, sorted(data.items())))
        if request.method != "POST":
            return self._do(request, data)
        if key in self._replies:
            known, reply = self._replies[key]
            if known != asked:
                text = "Keys for idempotent requests can only be used with the same parameters."
                return problem(400, text, type="idempotency_error")
            again = Response(reply.get_data(), reply.status_code, dict(reply.headers))
            again.headers["Idempotent-Replayed"] = "true"
            return again
        reply = self._do(request, data)
        if reply.status_code < 500:
            self._replies[key] = (asked, reply)
        return reply

    def _do(self, request: Request, data: dict[str, str]) -> Response:
        match request.method, request.path.removeprefix("/v1/").split("/"):
            case "POST", ["payment_intents"]:
                return self._create(data)
            case "GET", ["payment_intents", reference]:
                return self._found(reference)
            case "POST", ["payment_intents", reference, "cancel"]:
                return self._cancel(reference)
            case "POST", ["refunds"]:
                return self._refund(data)
        return problem(404, f"Unrecognized request URL ({request.method}: {request.path}).")

    def _create(self, data: dict[str, str]) -> Response:
        if int(data["amount"]) < 50:
            return problem(400, "Amount must be at least €0.50 eur", code="amount_too_small")
        reference = f"pi_{next(self._numbers)}"
        self.intents[reference] = {
            "id": reference,
            "object": "payment_intent",
            "amount": int(data["amount"]),
            "amount_received": 0,
            "currency": data["currency"],
            "status": "requires_payment_method",
            "client_secret": f"{reference}_secret_x",
            "last_payment_error": None,
        }
        return self._found(reference)

    def _found(self, reference: str) -> Response:
        if reference not in self.intents:
            return problem(404, f"No such payment_intent: '{reference}'", code="resource_missing")
        return json_response(self.intents[reference])

    def _cancel(self, reference: str) -> Response:
        if reference not in self.intents:
            return self._found(reference)
        intent = self.intents[reference]
        if intent["status"] in FINAL:
            text = f"You cannot cancel this PaymentIntent: it has a status of {intent['status']}."
            return problem(400, text, code="payment_intent_unexpected_state")
        intent["status"] = "canceled"
        return self._found(reference)

    def _refund(self, data: dict[str, str]) -> Response:
        reference, amount = data["payment_intent"], int(data["amount"])
        if self.intents[reference]["status"] != "succeeded":
            return problem(400, f"This PaymentIntent ({reference}) does not have a charge.")
        refunded = self.refunded.get(reference, 0) + amount
        if refunded > self.intents[reference]["amount_received"]:
            return problem(400, "Refund amount is greater than unrefunded amount on charge")
        self.refunded[reference] = refunded
        refund = {"id": f"re_{next(self._numbers)}", "object": "refund", "status": "succeeded"}
        return json_response({**refund, "amount": amount, "payment_intent": reference})


def sign(body: bytes, *, secret: str = WEBHOOK_SECRET, at: int | None = None) -> dict[str, str]:
    """Return the header by which Stripe signs a body sent at a Unix time, now unless given."""
    at = int(time.time()) if at is None else at
    digest = hmac.new(secret.encode(), b"%d." % at + body, sha256).hexdigest()
    return {"Stripe-Signature": f"t={at},v1={digest}"}


def json_response(content: dict[str, Any], status: int = 200) -> Response:
    return Response(json.dumps(content), status, content_type="application/json")


def problem(status: int, message: str, **error: str) -> Response:
    kind = "card_error" if status == 402 else "invalid_request_error"
    return json_response({"error": {"type": kind, "message": message, **error}}, status)
