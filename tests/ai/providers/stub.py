"""A server that speaks the OpenAI embeddings protocol; it tells what it was asked."""

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from ai.providers.embedders.hashing import HashingEmbedder

PATH = "/v1/embeddings"


class StubServer:
    """Answers with hashed vectors, after the `answers` that were put before."""

    def __init__(self, server: HTTPServer) -> None:
        self.requests: list[dict[str, Any]] = []
        self.answers: list[Callable[[], Response]] = []
        self.url = server.url_for("/v1")
        server.expect_request(PATH, method="POST").respond_with_handler(self._answer)

    def _answer(self, request: Request) -> Response:
        asked = json.loads(request.data)
        self.requests.append({**asked, "authorization": request.headers.get("Authorization")})
        if self.answers:
            return self.answers.pop(0)()
        dimensions = asked.get("dimensions", 32)
        vectors = HashingEmbedder(dimensions=dimensions).embed_documents(asked["input"])
        rows = [
            {"object": "embedding", "index": index, "embedding": vector.tolist()}
            for index, vector in enumerate(vectors)
        ]
        rows.reverse()  # the order is told by `index`, not by the place
        tokens = sum(len(text.split()) for text in asked["input"])
        usage = {"prompt_tokens": tokens, "total_tokens": tokens}
        return json_response({"object": "list", "model": "stub", "data": rows, "usage": usage})

    def refuse(self, status: int, code: str = "", **headers: str) -> None:
        """Answer the next request with an error."""
        body = {"error": {"message": "no", "type": "stub", "code": code}}
        self.answers.append(
            lambda: Response(
                json.dumps(body), status, headers=headers, content_type="application/json"
            )
        )

    def hang(self, seconds: float) -> None:
        """Say nothing for a while when asked next."""

        def wait() -> Response:
            time.sleep(seconds)
            return Response("", 500)

        self.answers.append(wait)

    def say(self, body: str | Iterator[bytes]) -> None:
        """Answer the next request with this body, whatever it is."""
        self.answers.append(lambda: Response(body, 200, content_type="application/json"))


def json_response(content: dict[str, Any]) -> Response:
    return Response(json.dumps(content), 200, content_type="application/json")
