from django.db import migrations


class Migration(migrations.Migration):
    """Orders that were there before payments were kept are history: their money came in."""

    dependencies = [
        ('shop', '0008_buying'),
    ]

    operations = [
        migrations.RunSQL(
            "UPDATE shop_order SET payment_status = 'paid' WHERE status <> 'cancelled'",
            migrations.RunSQL.noop,
        ),
    ]
