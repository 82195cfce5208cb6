"""The fields of a product document in SQL, for the product `p`."""

from psycopg import sql

from ai.indexing.templates import Piece, parse_template

# Values of one attribute are listed once, those said of the product first, then the variants'
# options in the order of the variants. No row id takes part: an import that writes the same values
# again gives the same text.
ATTRIBUTES = """(
    SELECT string_agg(by_name.name || ': ' || by_name.listed, '; '
                      ORDER BY by_name.position, by_name.name COLLATE "C")
    FROM (
        SELECT a.position, a.name,
               string_agg(v.shown, ', ' ORDER BY v.place, v.number NULLS FIRST, v.shown COLLATE "C")
               AS listed
        FROM (
            SELECT said.attribute_id, said.shown, min(said.place) AS place,
                   min(said.number) AS number
            FROM (
                SELECT pa.attribute_id, pa.number, 0 AS place,
                       coalesce(
                           pa.text,
                           concat_ws(' ', trim_scale(pa.number)::text, nullif(unit.unit, '')),
                           ''
                       ) AS shown
                FROM shop_productattribute pa
                JOIN shop_attribute unit ON unit.id = pa.attribute_id
                WHERE pa.product_id = p.id AND pa.boolean IS NULL
                UNION ALL
                SELECT pa.attribute_id, NULL, 0, CASE WHEN pa.boolean THEN 'Yes' ELSE 'No' END
                FROM shop_productattribute pa
                WHERE pa.product_id = p.id AND pa.boolean IS NOT NULL
                UNION ALL
                SELECT o.attribute_id, NULL, v.position + 1,
                       CASE o.position WHEN 1 THEN v.option1 WHEN 2 THEN v.option2
                                       ELSE v.option3 END
                FROM shop_productoption o JOIN shop_variant v ON v.product_id = o.product_id
                WHERE o.product_id = p.id
            ) said
            WHERE said.shown <> ''
            GROUP BY said.attribute_id, said.shown
        ) v
        JOIN shop_attribute a ON a.id = v.attribute_id
        GROUP BY a.id, a.position, a.name
    ) by_name
)"""

# treebeard's path has four characters a level, so a node's ancestors are the prefixes of its path.
CATEGORY = """(
    SELECT string_agg(node.name, ' > ' ORDER BY node.depth)
    FROM shop_category leaf
    CROSS JOIN generate_series(4, length(leaf.path), 4) AS level
    JOIN shop_category node ON node.path = left(leaf.path, level)
    WHERE leaf.id = p.category_id
)"""

FIELD_SQL = {
    "title": sql.SQL("p.title"),
    "brand": sql.SQL("(SELECT b.name FROM shop_brand b WHERE b.id = p.brand_id)"),
    "category": sql.SQL(CATEGORY),
    "attributes": sql.SQL(ATTRIBUTES),
    "description": sql.SQL("p.description_text"),
}


def product_text(template: str) -> tuple[sql.Composable, dict[str, str]]:
    """Return SQL for the template's text, and its parameters.

    A line whose fields are all empty is left out, label and all.
    """
    params: dict[str, str] = {}
    lines = [_line(pieces, params) for pieces in parse_template(template)]
    return sql.SQL("concat_ws(E'\\n', {})").format(sql.SQL(", ").join(lines)), params


def _line(pieces: list[Piece], params: dict[str, str]) -> sql.Composable:
    parts: list[sql.Composable] = []
    fields: list[sql.Composable] = []
    for literal, field in pieces:
        if literal:
            name = f"literal_{len(params)}"
            params[name] = literal
            parts.append(sql.SQL("{}::text").format(sql.Placeholder(name)))
        if field is not None:
            parts.append(FIELD_SQL[field])
            fields.append(FIELD_SQL[field])
    text = sql.SQL("concat({})").format(sql.SQL(", ").join(parts))
    if not fields:
        return text
    if parts == fields and len(fields) == 1:
        return sql.SQL("nullif({}, '')").format(fields[0])
    said = sql.SQL("concat({})").format(sql.SQL(", ").join(fields))
    return sql.SQL("CASE WHEN {} <> '' THEN {} END").format(said, text)
