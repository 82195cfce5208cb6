from django.db import migrations


class Migration(migrations.Migration):
    """Orders that were there before parcels were kept are history: their pieces are where they say."""

    dependencies = [
        ('shop', '0010_questions_on_products'),
    ]

    operations = [
        migrations.RunSQL(
            """
            UPDATE shop_orderline AS line
            SET shipped = line.quantity,
                returned = CASE bought.status WHEN 'returned' THEN line.quantity ELSE 0 END,
                refunded = CASE bought.status WHEN 'returned' THEN line.quantity ELSE 0 END
            FROM shop_order AS bought
            WHERE bought.id = line.order_id
              AND bought.status IN ('shipped', 'delivered', 'returned')
              AND line.shipped = 0
            """,
            migrations.RunSQL.noop,
        ),
    ]
