"""What is embedded, rendered by the database: one expression gives the text and its hash.

Because the hash comes from SQL, coverage, staleness and the check at write are all computed from
today's rows. There is no flag that could lie, and a bulk update is seen like any other change.
"""

from dataclasses import dataclass

from psycopg import sql

from ai.indexing.fields import product_text
from ai.models import EmbeddingSpace, SourceKind

# Part of every hash: raise it when the chunking or the rendering below changes.
DOCUMENT_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A SELECT of (id, heading, text, hash) over everything of a kind that is to be embedded."""

    query: sql.Composed
    params: dict[str, str]


# OFFSET 0 keeps the planner from writing the text's expression out twice.
SELECT = """
SELECT {table}.id, {heading} AS heading, rendered.text,
       encode(sha256(convert_to(%(space_key)s || rendered.text, 'UTF8')), 'hex') AS hash
FROM {source}
CROSS JOIN LATERAL (SELECT btrim({text}, E' \\n\\t\\r') AS text OFFSET 0) rendered
WHERE {condition}
"""


def rendering(*, space: EmbeddingSpace, kind: str) -> Rendering:
    """Return the SELECT of a kind's documents in a space: published objects only."""
    match kind:
        case SourceKind.PRODUCT:
            return _products(space)
        case SourceKind.REVIEW:
            return _select(
                space,
                table="r",
                source="shop_review r JOIN shop_product p ON p.id = r.product_id",
                heading="''",
                text="concat_ws(E'\\n', nullif(r.title, ''), nullif(r.body, ''))",
                condition="r.status = 'published' AND p.status = 'active'"
                r" AND r.title || r.body ~ '\S'",
            )
        case SourceKind.PAGE:
            return _select(
                space,
                table="g",
                source="shop_page g",
                heading="g.title",
                text="concat_ws(E'\\n\\n', g.title, nullif(g.summary, ''), g.body)",
                condition="g.is_published",
            )
        case SourceKind.FAQ:
            return _select(
                space,
                table="f",
                source="shop_faqentry f",
                heading="f.question",
                text="concat_ws(E'\\n\\n', f.question, f.answer)",
                condition="f.is_published",
            )
    raise ValueError(f"unknown kind {kind!r}")


def _products(space: EmbeddingSpace) -> Rendering:
    text, params = product_text(space.template)
    return _select(
        space,
        table="p",
        source="shop_product p",
        heading="p.title",
        text=text,
        condition="p.status = 'active'",
        params=params,
    )


def _select(
    space: EmbeddingSpace,
    *,
    table: str,
    source: str,
    heading: str,
    text: str | sql.Composable,
    condition: str,
    params: dict[str, str] | None = None,
) -> Rendering:
    query = sql.SQL(SELECT).format(
        table=sql.Identifier(table),
        source=sql.SQL(source),
        heading=sql.SQL(heading),
        text=sql.SQL(text) if isinstance(text, str) else text,
        condition=sql.SQL(condition),
    )
    return Rendering(query=query, params={**(params or {}), "space_key": space_key(space)})


def space_key(space: EmbeddingSpace) -> str:
    """Return what makes two spaces' equal texts different: the model, and how texts are cut."""
    return f"{space.model_id}\n{space.dimensions}\n{DOCUMENT_VERSION}\n"
