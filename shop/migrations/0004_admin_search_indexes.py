"""Trigram indexes for the search boxes of the admin (shop/admin/search.py).

Django writes `icontains` as `UPPER(column) LIKE UPPER('%word%')`, so the indexes are over `upper`.
"""

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations

INDEXES = {
    "product_title_trigrams": ("shop_product", "title"),
    "product_slug_trigrams": ("shop_product", "slug"),
    "variant_sku_trigrams": ("shop_variant", "sku"),
    "review_body_trigrams": ("shop_review", "body"),
    "review_author_trigrams": ("shop_review", "author_name"),
    "user_email_trigrams": ("shop_user", "email"),
    "user_last_name_trigrams": ("shop_user", "last_name"),
}


class Migration(migrations.Migration):
    """Create the indexes."""

    dependencies = [("shop", "0003_resumable_imports")]
    operations = [
        TrigramExtension(),
        *(
            migrations.RunSQL(
                f"CREATE INDEX {name} ON {table} USING gin (upper({column}::text) gin_trgm_ops)",
                f"DROP INDEX {name}",
            )
            for name, (table, column) in INDEXES.items()
        ),
    ]
