"""Events over HTTP: what pages and programs report of visitors who have agreed to be counted."""

from typing import Any, ClassVar, Final

from django.core import signing
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from ai.analytics.box_receipts import read_box
from ai.analytics.options import event_options
from ai.analytics.receipts import read_receipt
from ai.analytics.recording import BadEvents, Event, record_events
from shop.api.authentication import ScopedTokenAuthentication
from shop.api.permissions import PUBLIC, Access
from shop.api.problems import ContentTooLarge
from shop.api.throttling import KindThrottle
from shop.api.views.base import ApiView

# A batch is what happens on one page; a browser's last message holds 64 kB at most.
MOST_EVENTS: Final = 50
MOST_BYTES: Final = 64 * 1024
MOST_TOUCHES: Final = 100
RANDOM: Final = 4
SEARCH: Final = "search"
BOX: Final = "box"
TYPES: Final = (SEARCH, BOX, "click", "box_click", "view", "add_to_cart", "order")
# The fields that each type needs, and those it may have beside.
NEEDED: Final = {
    SEARCH: ("receipt",),
    BOX: ("receipt",),
    "box_click": ("box_id", "product", "position"),
    "click": ("search_id", "product", "position"),
    "view": ("product",),
    "add_to_cart": ("product",),
    "order": ("order",),
}
ALLOWED: Final = {
    SEARCH: (),
    BOX: (),
    "click": (),
    "box_click": (),
    "view": ("search_id", "box_id"),
    "add_to_cart": ("search_id", "box_id", "quantity"),
    "order": ("touches",),
}
MISSING: Final = "Events of this type need it."
FOREIGN: Final = "Events of this type do not have it."
NO_CONSENT: Final = "Events are taken only of visitors who have agreed to it."
NOT_RANDOM: Final = "A random UUID (version 4) is wanted: anything else could name somebody."
FORGED: Final = "This receipt is not this shop's, or older than a day."
OFF, DO_NOT_TRACK, NOT_SAMPLED = "off", "do_not_track", "not_sampled"


class EventThrottle(KindThrottle):
    """Every page that is looked at reports: counted apart from other calls."""

    kind = "events"


class EventSerializer(serializers.Serializer[Any]):
    """One event. Which fields it has depends on its type."""

    id = serializers.UUIDField(help_text="Made by the sender; sent twice, it counts once.")
    type = serializers.ChoiceField(choices=TYPES)
    receipt = serializers.CharField(
        required=False,
        max_length=20_000,
        help_text="Of a search, or of a box of recommendations: `receipt` of its answer.",
    )
    search_id = serializers.UUIDField(
        required=False, help_text="Of the search that led there; a click needs it."
    )
    box_id = serializers.UUIDField(
        required=False, help_text="Of the box that led there; a click in a box needs it."
    )
    product = serializers.SlugField(required=False, max_length=200, help_text="Slug.")
    position = serializers.IntegerField(
        required=False,
        min_value=1,
        max_value=100_000,
        help_text="Of a click: the place among the results, from 1 on the first page, or in the "
        "box.",
    )
    quantity = serializers.IntegerField(required=False, min_value=1, max_value=100_000)
    order = serializers.CharField(
        required=False,
        max_length=200,
        help_text="The order's token. Amounts are read from the order itself.",
    )
    touches = serializers.DictField(
        child=serializers.UUIDField(),
        required=False,
        help_text="Of an order: `search_id` or `box_id` by the slug of the product it led to.",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse fields that are missing for the type, or make no sense for it."""
        kind = attrs["type"]
        problems = {name: [MISSING] for name in NEEDED[kind] if name not in attrs}
        foreign = attrs.keys() - {"id", "type", *NEEDED[kind], *ALLOWED[kind]}
        problems |= {name: [FOREIGN] for name in foreign}
        if len(attrs.get("touches", {})) > MOST_TOUCHES:
            problems["touches"] = [f"At most {MOST_TOUCHES}."]
        if problems:
            raise ValidationError(problems)
        if "receipt" in attrs:
            attrs |= read_token(kind, attrs.pop("receipt"))
        return attrs


def read_token(kind: str, token: str) -> dict[str, Any]:
    """Return what the receipt of a search or of a box says; raises ValidationError."""
    try:
        return {"box_receipt": read_box(token)} if kind == BOX else {"receipt": read_receipt(token)}
    except signing.BadSignature:
        raise ValidationError({"receipt": [FORGED]}) from None


class BatchSerializer(serializers.Serializer[Any]):
    """What one visitor did."""

    consent = serializers.BooleanField(
        help_text="True: the visitor has agreed to be counted. Nothing is taken without it."
    )
    visitor = serializers.UUIDField(
        help_text="Random (version 4), made by the browser and changed every week. Only a hash of "
        "it is kept, with a salt that is thrown away."
    )
    # REST framework hands these on to its list serializer.
    events = EventSerializer(  # type: ignore[call-arg]
        many=True, allow_empty=False, max_length=MOST_EVENTS
    )

    def validate_consent(self, consent: bool) -> bool:
        """Refuse events of visitors who have not agreed."""
        if not consent:
            raise ValidationError(NO_CONSENT)
        return consent

    def validate_visitor(self, visitor: Any) -> Any:
        """Refuse what may be anything but random."""
        if visitor.version != RANDOM:
            raise ValidationError(NOT_RANDOM)
        return visitor


class RecordedSerializer(serializers.Serializer[Any]):
    """What became of a batch."""

    recorded = serializers.IntegerField(help_text="Rows that were written.")
    repeated = serializers.IntegerField(help_text="Events that were on record already.")
    ignored = serializers.ChoiceField(
        choices=["", OFF, DO_NOT_TRACK, NOT_SAMPLED],
        help_text="Why nothing was written: recording is off, the browser asks not to be tracked, "
        "or the visitor is not in the sample.",
    )


class EventsView(ApiView):
    """Takes events in. No session is looked at: who is signed in is nobody's business here."""

    access: ClassVar[dict[str, Access]] = {"post": PUBLIC}
    authentication_classes = [ScopedTokenAuthentication]
    throttle_classes = [EventThrottle]

    @extend_schema(
        request=BatchSerializer, responses=RecordedSerializer, operation_id="record_events"
    )
    def post(self, request: Request) -> Response:
        """Record searches, boxes in view, clicks, looks at products, additions to the cart, orders.

        A batch is taken whole or refused whole. Of browsers that send `Sec-GPC: 1` or `DNT: 1`
        nothing is written.
        """
        if len(request._request.body) > MOST_BYTES:  # noqa: SLF001  (before it is parsed)
            raise ContentTooLarge(f"At most {MOST_BYTES // 1024} kB at a time.")
        batch = BatchSerializer(data=request.data)
        batch.is_valid(raise_exception=True)
        if not event_options().is_on:
            return _ignored(OFF)
        if asks_not_to_be_tracked(request):
            return _ignored(DO_NOT_TRACK)
        events = [_event(each) for each in batch.validated_data["events"]]
        try:
            told = record_events(events, visitor_key=batch.validated_data["visitor"])
        except BadEvents as error:
            raise ValidationError(
                {
                    "events": {
                        str(place): {name: [text] for name, text in fields.items()}
                        for place, fields in error.problems.items()
                    }
                }
            ) from None
        if not told.is_sampled:
            return _ignored(NOT_SAMPLED)
        return Response({"recorded": told.written, "repeated": told.repeated, "ignored": ""})


def asks_not_to_be_tracked(request: Request) -> bool:
    """Return whether the browser says so: Global Privacy Control, or the older Do Not Track."""
    return "1" in (request.headers.get("Sec-GPC"), request.headers.get("DNT"))


def _ignored(reason: str) -> Response:
    return Response({"recorded": 0, "repeated": 0, "ignored": reason})


def _event(data: dict[str, Any]) -> Event:
    return Event(kind=data["type"], **{key: data[key] for key in data if key != "type"})
