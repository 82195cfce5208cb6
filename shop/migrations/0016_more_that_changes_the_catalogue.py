"""Questions and the ways of sending count as changes too: product pages remember what they show."""

from django.db import migrations

TABLES = (
    "shop_faqentry",
    "shop_faqentry_categories",
    "shop_shippingcountry",
    "shop_shippingmethod",
    "shop_shippingrate",
)
CREATE = "\n".join(
    f"CREATE TRIGGER {table}_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}"
    " FOR EACH STATEMENT EXECUTE FUNCTION shop_note_catalogue_change();"
    for table in TABLES
)
DROP = "\n".join(f"DROP TRIGGER {table}_changed ON {table};" for table in TABLES)


class Migration(migrations.Migration):
    """Create the triggers."""

    dependencies = [("shop", "0015_catalogue_changes")]
    operations = [migrations.RunSQL(CREATE, DROP)]
