"""What is offered while somebody types, kept by triggers on the catalogue."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

# An array becomes a vector without a parser: 'half-way' and '1.5' stay what vitrine_words made.
FUNCTIONS = """
CREATE FUNCTION ai_suggestion_words(VARIADIC text[]) RETURNS tsvector
LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT array_to_tsvector(array_remove(
    string_to_array(vitrine_words(array_to_string($1, ' ')), ' '), ''))
$$;

CREATE FUNCTION ai_suggest_products(bigint[]) RETURNS void LANGUAGE sql AS $$
DELETE FROM ai_suggestion s WHERE s.kind = 'product' AND s.ref = ANY($1)
    AND NOT EXISTS (SELECT FROM shop_product p WHERE p.id = s.ref AND p.status = 'active');
INSERT INTO ai_suggestion AS s (kind, ref, text, words, weight)
SELECT 'product', p.id, p.title, ai_suggestion_words(p.title, b.name, c.name), p.rating_count
FROM shop_product p
LEFT JOIN shop_brand b ON b.id = p.brand_id
LEFT JOIN shop_category c ON c.id = p.category_id
WHERE p.id = ANY($1) AND p.status = 'active'
ORDER BY p.id
ON CONFLICT (kind, ref) DO UPDATE SET text = EXCLUDED.text, words = EXCLUDED.words
$$;

CREATE FUNCTION ai_product_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM ai_suggestion WHERE kind = 'product' AND ref = OLD.id;
    ELSE
        PERFORM ai_suggest_products(ARRAY[NEW.id]);
    END IF;
    RETURN NULL;
END $$;

-- Brands and categories: TG_ARGV names the kind, and the column by which products name them.
CREATE FUNCTION ai_group_named() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    named bigint[];
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM ai_suggestion WHERE kind = TG_ARGV[0] AND ref = OLD.id;
        RETURN NULL;
    END IF;
    INSERT INTO ai_suggestion (kind, ref, text, words, weight)
    VALUES (TG_ARGV[0], NEW.id, NEW.name, ai_suggestion_words(NEW.name), 0)
    ON CONFLICT (kind, ref) DO UPDATE SET text = EXCLUDED.text, words = EXCLUDED.words;
    IF TG_OP = 'UPDATE' AND NEW.name <> OLD.name THEN
        EXECUTE format('SELECT array_agg(id ORDER BY id) FROM shop_product WHERE %I = $1',
            TG_ARGV[1]) INTO named USING NEW.id;
        PERFORM ai_suggest_products(named);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER ai_product_named
AFTER INSERT OR DELETE OR UPDATE OF title, brand_id, category_id, status ON shop_product
FOR EACH ROW EXECUTE FUNCTION ai_product_named();
CREATE TRIGGER ai_brand_named AFTER INSERT OR DELETE OR UPDATE OF name ON shop_brand
FOR EACH ROW EXECUTE FUNCTION ai_group_named('brand', 'brand_id');
CREATE TRIGGER ai_category_named AFTER INSERT OR DELETE OR UPDATE OF name ON shop_category
FOR EACH ROW EXECUTE FUNCTION ai_group_named('category', 'category_id');
"""
DROP_FUNCTIONS = """
DROP TRIGGER ai_category_named ON shop_category;
DROP TRIGGER ai_brand_named ON shop_brand;
DROP TRIGGER ai_product_named ON shop_product;
DROP FUNCTION ai_group_named;
DROP FUNCTION ai_product_named;
DROP FUNCTION ai_suggest_products;
DROP FUNCTION ai_suggestion_words;
"""
# What is there already.
FILL = """
SELECT ai_suggest_products(array_agg(id)) FROM shop_product;
INSERT INTO ai_suggestion (kind, ref, text, words, weight)
SELECT 'brand', id, name, ai_suggestion_words(name), 0 FROM shop_brand
UNION ALL SELECT 'category', id, name, ai_suggestion_words(name), 0 FROM shop_category;
"""


class Migration(migrations.Migration):
    """Create the table, the triggers that keep it, and an index of the vocabulary's beginnings."""

    dependencies = [
        ("ai", "0009_steering_version"),
        ("shop", "0015_catalogue_changes"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="vocabularyword",
            index=models.Index(
                fields=["word"], name="vocabulary_beginnings", opclasses=["text_pattern_ops"]
            ),
        ),
        migrations.CreateModel(
            name="Suggestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("query", "query"),
                            ("category", "category"),
                            ("brand", "brand"),
                            ("product", "product"),
                        ],
                        max_length=10,
                    ),
                ),
                ("ref", models.BigIntegerField(null=True)),
                ("text", models.TextField()),
                ("words", django.contrib.postgres.search.SearchVectorField()),
                ("weight", models.FloatField(default=0)),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        condition=models.Q(("kind", "product")),
                        fields=["words"],
                        name="suggestion_product_words",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        condition=models.Q(("kind", "product"), _negated=True),
                        fields=["words"],
                        name="suggestion_other_words",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "ref"), name="suggestion_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "query")),
                        fields=("text",),
                        name="suggestion_query_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "query"), ("ref__isnull", True)),
                            models.Q(
                                ("kind__in", ["category", "brand", "product"]),
                                ("ref__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="suggestion_names_something",
                    ),
                ],
            },
        ),
        migrations.RunSQL(FUNCTIONS, DROP_FUNCTIONS),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
