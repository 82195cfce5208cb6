"""What a product can be found by, rendered by the database: field texts, codes, and one hash."""

from typing import Any

from psycopg import sql

from ai.conf import option
from ai.indexing.fields import FIELD_SQL

# Part of every hash: raise it when the weights, the fields or the SQL functions of words change.
WORDS_VERSION = 2

# How much one occurrence counts. A word in the title says what the product is, one in 180 words of
# description often only mentions it. On 75 shopping queries over 6,764 products all weightings with
# the title at 5 to 10 times the description were within 0.005 nDCG@10 of each other, and 0.01 above
# equal weights; these are the round ones in the middle.
FIELD_WEIGHTS = {"title": 6.0, "brand": 3.0, "category": 2.0, "attributes": 3.0, "description": 1.0}

# A merchant's tags are keywords; they count like attributes.
FIELDS: dict[str, sql.Composable] = {
    **FIELD_SQL,
    "attributes": sql.SQL("concat_ws('; ', {}, array_to_string(p.tags, '; '))").format(
        FIELD_SQL["attributes"]
    ),
}

# SKU, barcode and the id of the product's source, as they are typed: squeezed to letters and
# digits, with every leading part that has a digit, so that `MH01` finds `MH01-XS-Black`. The whole
# title is a code too, marked with a `~`: who types it means that product.
CODES = """
coalesce((
    SELECT array_agg(DISTINCT code.text COLLATE "C" ORDER BY code.text COLLATE "C")
    FROM (
        SELECT v.sku AS written FROM shop_variant v WHERE v.product_id = p.id
        UNION ALL SELECT v.barcode FROM shop_variant v WHERE v.product_id = p.id
        UNION ALL SELECT p.external_id
    ) given
    CROSS JOIN LATERAL string_to_array(
        btrim(regexp_replace(lower(unaccent(given.written)), '[^a-z0-9]+', ' ', 'g')), ' '
    ) AS parts
    CROSS JOIN LATERAL generate_series(1, cardinality(parts)) AS taken
    CROSS JOIN LATERAL (SELECT array_to_string(parts[1:taken], '') AS text) code
    WHERE length(code.text) >= 3
      AND (taken = cardinality(parts) OR code.text ~ '[0-9]')
), ARRAY[]::text[])
|| ('~' || left(regexp_replace(lower(unaccent(p.title)), '[^a-z0-9]+', '', 'g'), 200))
"""

# OFFSET 0 keeps the planner from writing the fields' expressions out twice.
DOCUMENTS = """
SELECT p.id, said.*,
       encode(sha256(convert_to(concat_ws(E'\\x1f', %(words_key)s::text, {names}, said.codes::text),
                                'UTF8')), 'hex') AS hash
FROM shop_product p
CROSS JOIN LATERAL (SELECT {fields}, {codes} AS codes OFFSET 0) said
WHERE p.status = 'active'
"""


def word_documents() -> tuple[sql.Composed, dict[str, Any]]:
    """Return a SELECT of (id, one column a field, codes, hash) over published products, params."""
    query = sql.SQL(DOCUMENTS).format(
        names=sql.SQL(", ").join(
            sql.SQL("coalesce(said.{}, '')").format(sql.Identifier(name)) for name in FIELDS
        ),
        fields=sql.SQL(", ").join(
            sql.SQL("{} AS {}").format(text, sql.Identifier(name)) for name, text in FIELDS.items()
        ),
        codes=sql.SQL(CODES),
    )
    return query, {"words_key": words_key()}


def words_key() -> str:
    """Return what makes equal texts different words: language, weights, version."""
    weights = ",".join(f"{name}={weight}" for name, weight in FIELD_WEIGHTS.items())
    return f"{option('SEARCH_LANGUAGE')}|{weights}|{WORDS_VERSION}"
