from django.db import migrations


class Migration(migrations.Migration):
    """Accounts from before sign-up were made by staff, who vouch for their addresses."""

    dependencies = [
        ("shop", "0012_home_sections_and_guides"),
        ("account", "0009_emailaddress_unique_primary_email"),
    ]

    operations = [
        migrations.RunSQL(
            """
            INSERT INTO account_emailaddress (user_id, email, verified, "primary")
            SELECT id, lower(email), true, true FROM shop_user WHERE email <> ''
            ON CONFLICT DO NOTHING
            """,
            migrations.RunSQL.noop,
        ),
    ]
