"""A row for every statement that changes what lists, facets, menus and the front page show."""

from django.db import migrations, models

# What is remembered between two changes is found out from these.
TABLES = (
    "shop_product",
    "shop_variant",
    "shop_productattribute",
    "shop_productoption",
    "shop_productimage",
    "shop_imagerendition",
    "shop_category",
    "shop_brand",
    "shop_attribute",
    "shop_page",
    "shop_homesection",
    "shop_homepick",
)
FUNCTION = """
CREATE FUNCTION shop_note_catalogue_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO shop_cataloguechange (number) VALUES (1);
    RETURN NULL;
END $$;
"""
CREATE = FUNCTION + "\n".join(
    f"CREATE TRIGGER {table}_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}"
    " FOR EACH STATEMENT EXECUTE FUNCTION shop_note_catalogue_change();"
    for table in TABLES
)
DROP = (
    "\n".join(f"DROP TRIGGER {table}_changed ON {table};" for table in TABLES)
    + "\nDROP FUNCTION shop_note_catalogue_change;"
)


class Migration(migrations.Migration):
    """Create the table and its triggers."""

    dependencies = [("shop", "0014_indexes_of_staffs_pages")]
    operations = [
        migrations.CreateModel(
            name="CatalogueChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField(default=1)),
            ],
            options={"ordering": ["id"]},
        ),
        migrations.RunSQL(CREATE, DROP),
    ]
