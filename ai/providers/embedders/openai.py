"""Any server that speaks the OpenAI embeddings protocol, chosen by the environment only."""

import json
import random
import re
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from http import HTTPStatus
from typing import Any

import httpx2
import numpy as np
import openai

from ai.conf import option
from ai.exceptions import (
    BudgetExceeded,
    ProviderError,
    ProviderMisconfigured,
    ProviderRefused,
    ProviderUnavailable,
)
from ai.providers.base import Embedder, Vectors
from ai.providers.budget import Budget, current_ledger

CONNECT_S = 3.0
# A shopper waits for a query: ten seconds in all, no second try. Documents have a minute a call.
QUERY_S, DOCUMENTS_S = 10.0, 60.0
# This is the only place that tries again (the SDK is told not to), and only for documents. What a
# provider asks to wait beyond this is left to the outbox.
TRIES, LONGEST_WAIT_S, FIRST_WAIT_S = 5, 30.0, 0.5
# Of one call; OpenAI takes 2,048 texts and 300,000 tokens.
BATCH_TEXTS, BATCH_TOKENS = 256, 100_000
WAIT_STATUSES = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS}
SETTING_STATUSES = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}
# Without the server's tokeniser, tokens are counted high: four letters, or one sign of any other
# script, make at most about one token.
_TOKEN = re.compile(r"[a-zA-Z0-9]{1,4}|[^\sa-zA-Z0-9]")


class OpenAIEmbedder(Embedder):
    """Sends texts in batches by count and tokens; a budget is reserved before every call."""

    def __init__(
        self,
        *,
        model: str = "text-embedding-3-small",
        dimensions: int = 512,
        send_dimensions: bool = True,
        max_tokens: int = 8_000,
        price_per_million_tokens: float = 0.0,
        query_prefix: str = "",
        document_prefix: str = "",
    ) -> None:
        if not 1 <= dimensions <= 4_000:  # noqa: PLR2004  (what pgvector indexes as halfvec)
            raise ValueError("dimensions must lie between 1 and 4,000")
        self.model = model
        self.model_id = f"openai:{model}/{dimensions}"
        if query_prefix or document_prefix:  # other inputs, other vectors
            self.model_id += f" {query_prefix!r} {document_prefix!r}"
        self.dimensions = dimensions
        self.send_dimensions = send_dimensions
        self.max_tokens = max_tokens
        self.price_per_million_tokens = price_per_million_tokens
        self.query_prefix = query_prefix
        self.document_prefix = document_prefix

    @cached_property
    def _client(self) -> openai.OpenAI:
        return openai.OpenAI(
            api_key=option("OPENAI_API_KEY") or "none",  # local servers want none
            base_url=option("OPENAI_BASE_URL"),
            max_retries=0,
            http_client=openai.DefaultHttpxClient(follow_redirects=False),
        )

    @property
    def _budget(self) -> Budget:
        return Budget(
            account="embedder",
            ledger=current_ledger(),
            price_per_million_tokens=self.price_per_million_tokens,
            **option("EMBEDDER_BUDGET", {}),
        )

    def token_starts(self, text: str) -> Sequence[int]:
        """Return where tokens begin, by an estimate that is rather too high."""
        return [match.start() for match in _TOKEN.finditer(text)]

    def problems(self) -> list[str]:
        """Return whether the key that OpenAI's own server wants is missing."""
        if "api.openai.com" in str(option("OPENAI_BASE_URL")) and not option("OPENAI_API_KEY"):
            return ["OPENAI_API_KEY is not set: set it, or name another server in OPENAI_BASE_URL."]
        return []

    def _embed(self, texts: Sequence[str]) -> Vectors:
        rows = [self._call_patiently(batch, tokens) for batch, tokens in self._batches(texts)]
        return np.concatenate(rows)

    def _embed_now(self, text: str) -> Vectors:
        return self._call([text], tokens=self.count_tokens(text), seconds=QUERY_S)

    def _batches(self, texts: Sequence[str]) -> Iterator[tuple[list[str], int]]:
        batch: list[str] = []
        held = 0
        for text in texts:
            tokens = self.count_tokens(text)
            if batch and (len(batch) == BATCH_TEXTS or held + tokens > BATCH_TOKENS):
                yield batch, held
                batch, held = [], 0
            batch.append(text)
            held += tokens
        if batch:
            yield batch, held

    def _call_patiently(self, texts: list[str], tokens: int) -> Vectors:
        waited = 0.0
        for attempt in range(TRIES):
            try:
                return self._call(texts, tokens=tokens, seconds=DOCUMENTS_S)
            except ProviderUnavailable as error:
                wait = error.retry_after_s
                if wait is None:
                    wait = FIRST_WAIT_S * 2**attempt * random.uniform(0.5, 1.5)  # noqa: S311
                waited += wait
                if attempt == TRIES - 1 or waited > LONGEST_WAIT_S:
                    raise
                time.sleep(wait)
        raise AssertionError("unreachable")

    def _call(self, texts: list[str], *, tokens: int, seconds: float) -> Vectors:
        budget = self._budget
        budget.reserve(tokens)
        used = 0
        try:
            reply = self._post(texts, seconds)
            vectors, used = self._read(reply, len(texts), tokens)
        finally:
            budget.settle(reserved=tokens, used=used)
        return vectors

    def _post(self, texts: list[str], seconds: float) -> bytes:
        """Return the reply's body; raises what the caller is to do about a failure."""
        extra: dict[str, Any] = {"dimensions": self.dimensions} if self.send_dimensions else {}
        end = time.monotonic() + seconds
        try:
            with self._client.embeddings.with_streaming_response.create(
                model=self.model,
                input=texts,
                encoding_format="float",
                timeout=openai.Timeout(seconds, connect=CONNECT_S),
                **extra,
            ) as response:
                parts = []
                for part in response.iter_bytes():
                    parts.append(part)
                    if time.monotonic() > end:  # a byte a second would never time out by itself
                        raise ProviderUnavailable("The embedding server is too slow.")
                return b"".join(parts)
        except openai.APIStatusError as error:
            raise _refusal(error) from error
        except (openai.APIConnectionError, httpx2.HTTPError) as error:
            raise ProviderUnavailable(f"The embedding server cannot be reached: {error}") from error

    def _read(self, reply: bytes, count: int, tokens: int) -> tuple[Vectors, int]:
        """Return the vectors in the order of the texts, and the tokens that were used."""
        try:
            content = json.loads(reply)
            rows = sorted(content["data"], key=lambda row: row["index"])
            vectors = np.array([row["embedding"] for row in rows], np.float32)
            used = int((content.get("usage") or {}).get("total_tokens") or tokens)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ProviderUnavailable(
                f"The embedding server's reply is broken: {error!r}"
            ) from error
        if vectors.shape[:1] != (count,):
            raise ProviderUnavailable(
                f"The embedding server answered {len(vectors)} of {count} texts."
            )
        return vectors, used


def _refusal(error: openai.APIStatusError) -> ProviderError:
    """Return what helps: waiting, another setting, or another text."""
    status, reason = error.status_code, error.message
    if status == HTTPStatus.TOO_MANY_REQUESTS and error.code == "insufficient_quota":
        return BudgetExceeded("The embedding provider says that its quota is used up.")
    if status in WAIT_STATUSES or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return ProviderUnavailable(
            f"The embedding server answered {status}: {reason}", _retry_after(error)
        )
    if status in SETTING_STATUSES or status < HTTPStatus.BAD_REQUEST:  # a redirect
        return ProviderMisconfigured(f"The embedding server refuses the call ({status}): {reason}")
    return ProviderRefused(f"The embedding server refuses this text ({status}): {reason}")


def _retry_after(error: openai.APIStatusError) -> float | None:
    """Return the seconds that the server asks to wait; it may name a date instead."""
    value = error.response.headers.get("retry-after", "")
    try:
        return max(float(value), 0.0)
    except ValueError:
        pass
    try:
        wait = parsedate_to_datetime(value) - datetime.now(UTC)
    except (TypeError, ValueError):
        return None
    return max(wait.total_seconds(), 0.0)
