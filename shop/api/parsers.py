"""Request bodies that the rest of the program can handle."""

import io
import json
from collections.abc import Mapping
from typing import IO, Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser


class StrictJSONParser(JSONParser):
    """Reads JSON that is nested no deeper than Python can follow and holds whole characters only.

    Its size is limited by DATA_UPLOAD_MAX_MEMORY_SIZE before it comes here.
    """

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        """Return the parsed value; raises ParseError."""
        body = stream.read()
        try:
            parsed = super().parse(io.BytesIO(body), media_type, parser_context)
            refuse_half_characters(body, parsed)
        except RecursionError:
            raise ParseError("The JSON is nested too deeply.") from None
        return parsed


def refuse_half_characters(body: bytes, parsed: Any) -> None:
    """Raise ParseError for an escaped surrogate without its other half.

    Neither the database nor an answer that repeats it could encode it.
    """
    if b"\\ud" not in body.lower():
        return
    try:
        json.dumps(parsed, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise ParseError("A text contains half a character (a lone surrogate).") from None
