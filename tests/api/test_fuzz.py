"""Random calls made from the OpenAPI document: no 5xx, and no answer the document does not know.

The short form. Each operation gets a few calls that fit its description and a few that break it,
within a time limit; the seed is fixed, so that a failure can be repeated.
"""

import time
from contextlib import nullcontext, suppress
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, given, seed
from hypothesis import settings as hypothesis_settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from ai.indexing.spaces import ensure_default_space
from config.settings.api import API_SCOPES
from shop.models import User
from shop.services.tokens import create_token
from tests.factories.shop import (
    AttributeFactory,
    FaqEntryFactory,
    PageFactory,
    ProductAttributeFactory,
    ProductFactory,
    ReviewFactory,
)

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
# Calls of an operation in a mode, and seconds for one role: when they are over, every operation
# that is left is still called once.
CALLS = 8
TIME_LIMIT_S = 15.0
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


@pytest.fixture
def stocked(settings: Any) -> None:
    """Have something to find, and no rate limit in the way."""
    settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "DEFAULT_THROTTLE_RATES": {}}
    product = ProductFactory.create(slug="0", brand__slug="0", category__slug="0")
    ProductAttributeFactory.create(product=product, attribute__code="0", text="x")
    AttributeFactory.create(code="weight", kind="number")
    ReviewFactory.create(product=product)
    PageFactory.create(slug="0")
    FaqEntryFactory.create(slug="0")
    ensure_default_space()


class Caller:
    """Calls operations with one caller's token until the time is up."""

    def __init__(self, token: str) -> None:
        self.headers = {"Authorization": f"Bearer {token}"} if token else {}
        self.end = time.monotonic() + TIME_LIMIT_S
        self.called: dict[str, int] = {}

    def call_everything(self) -> None:
        """Call every operation of the document; raises on the first failure."""
        schema = schemathesis.openapi.from_wsgi("/api/schema/?format=json", get_wsgi_application())
        results: Any = schema.get_all_operations()
        for operation in (result.ok() for result in results):
            for mode in MODES:
                self.call_often(operation, mode)

    def call_often(self, operation: Any, mode: GenerationMode) -> None:
        """Call one operation with random cases."""
        name = f"{operation.label} {mode.value}"
        self.called[name] = 0

        @seed(20_261_123)
        @hypothesis_settings(
            max_examples=CALLS if time.monotonic() < self.end else 1,
            phases=[Phase.generate],
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def call(case: Any) -> None:
            response = case.call(headers=self.headers)
            self.called[name] += 1
            case.validate_response(response, checks=CHECKS)

        # What takes no parameters cannot be called wrongly.
        with suppress(Unsatisfiable) if mode is GenerationMode.NEGATIVE else nullcontext():
            call()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("role", ["anonymous", "superuser"])
def test_no_call_breaks_the_api(stocked: None, staff: User, role: str) -> None:
    token = ""
    if role == "superuser":
        _, token = create_token(user=staff, name="fuzz", scopes=API_SCOPES)
    caller = Caller(token)
    caller.call_everything()
    fitting = [n for name, n in caller.called.items() if name.endswith("positive")]
    assert len(fitting) > 35
    assert min(fitting) >= 1
