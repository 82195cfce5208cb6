"""What the pages of staff's day are read by: orders, looks at products, refunds, letters."""

import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('shop', '0013_addresses_of_old_accounts_are_trusted'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='order',
            index=models.Index(fields=['country', '-placed_at'], name='order_by_country'),
        ),
        migrations.AddIndex(
            model_name='order',
            index=models.Index(fields=['email', 'placed_at'], name='order_by_email'),
        ),
        migrations.AddIndex(
            model_name='outgoingemail',
            index=models.Index(condition=models.Q(('gave_up_at__isnull', False)), fields=['id'], name='outgoing_email_given_up'),
        ),
        migrations.AddIndex(
            model_name='productview',
            index=django.contrib.postgres.indexes.BrinIndex(fields=['viewed_at'], name='product_view_newest'),
        ),
        migrations.AddIndex(
            model_name='refund',
            index=models.Index(condition=models.Q(('state', 'failed')), fields=['id'], name='refund_failed'),
        ),
        # As in 0004: Django writes `icontains` over `UPPER(column)`.
        migrations.RunSQL(
            'CREATE INDEX outgoing_email_to_trigrams ON shop_outgoingemail'
            ' USING gin (upper("to"::text) gin_trgm_ops)',
            'DROP INDEX outgoing_email_to_trigrams',
        ),
    ]
