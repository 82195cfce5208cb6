"""The template of product documents: which fields a space embeds, and in what order."""

from string import Formatter

from ai.exceptions import AiError

FIELDS = ("title", "brand", "category", "attributes", "description")

# One line of a template: literal texts and field names in turn, `("Brand: ", "brand")`.
Piece = tuple[str, str | None]


class BadTemplate(AiError):
    """The document template is not usable."""


def parse_template(template: str) -> list[list[Piece]]:
    """Return the template's lines as pieces; raises BadTemplate with the reason."""
    return [_parse_line(line) for line in template.splitlines() if line.strip()] or _empty()


def _parse_line(line: str) -> list[Piece]:
    try:
        pieces = list(Formatter().parse(line))
    except ValueError as error:
        raise BadTemplate(f"The template cannot be read: {error}.") from error
    for _, field, spec, conversion in pieces:
        if field is not None and (field not in FIELDS or spec or conversion):
            known = ", ".join(f"{{{name}}}" for name in FIELDS)
            raise BadTemplate(f"The template names {{{field}}}; it may name {known}.")
    return [(literal, field) for literal, field, _, _ in pieces]


def _empty() -> list[list[Piece]]:
    raise BadTemplate("The template is empty: name at least {title}.")
