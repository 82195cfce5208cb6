"""Orders, their lines and product views; trigram indexes for the search box of the order list."""

import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models

# As in 0004: Django writes `icontains` over `UPPER(column)`.
SEARCH_INDEXES = {
    "order_number_trigrams": ("shop_order", "number"),
    "order_email_trigrams": ("shop_order", "email"),
    "order_name_trigrams": ("shop_order", "name"),
    "order_line_sku_trigrams": ("shop_orderline", "sku"),
}


class Migration(migrations.Migration):

    dependencies = [
        ('shop', '0005_constraint_messages'),
    ]

    operations = [
        migrations.CreateModel(
            name='Order',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=20, unique=True)),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                ('name', models.CharField(max_length=200)),
                ('country', models.CharField(help_text='ISO 3166-1 alpha-2.', max_length=2)),
                ('currency', models.CharField(help_text='ISO 4217.', max_length=3)),
                ('status', models.CharField(choices=[('placed', 'placed'), ('shipped', 'shipped'), ('delivered', 'delivered'), ('cancelled', 'cancelled'), ('returned', 'returned')], default='placed', max_length=10)),
                ('placed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('goods_total', models.DecimalField(decimal_places=3, max_digits=13)),
                ('shipping_price', models.DecimalField(decimal_places=3, default=Decimal('0'), max_digits=13)),
                ('total', models.DecimalField(decimal_places=3, max_digits=13)),
                ('source', models.CharField(blank=True, editable=False, max_length=40)),
                ('external_id', models.CharField(blank=True, editable=False, max_length=200)),
                ('customer', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='orders', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-placed_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='OrderLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sku', models.CharField(max_length=100, verbose_name='SKU')),
                ('title', models.CharField(max_length=500)),
                ('options', models.CharField(blank=True, help_text='As bought: M / Blue.', max_length=620)),
                ('unit_price', models.DecimalField(decimal_places=3, max_digits=13)),
                ('quantity', models.PositiveIntegerField(default=1)),
                ('total', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(models.F('unit_price'), '*', models.F('quantity')), output_field=models.DecimalField(decimal_places=3, max_digits=16))),
                ('order', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='shop.order')),
                ('product', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='order_lines', to='shop.product')),
                ('variant', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='order_lines', to='shop.variant')),
            ],
            options={
                'ordering': ['order_id', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ProductView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('visitor', models.CharField(max_length=64)),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name="customer's e-mail address")),
                ('viewed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('referrer', models.CharField(choices=[('search', 'search'), ('category', 'category page'), ('related', "another product's page"), ('direct', 'a link from outside')], default='direct', max_length=10)),
                ('product', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='views', to='shop.product')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.AddIndex(
            model_name='order',
            index=models.Index(fields=['-placed_at', '-id'], name='order_newest'),
        ),
        migrations.AddIndex(
            model_name='order',
            index=models.Index(fields=['status', '-placed_at'], name='order_by_status'),
        ),
        migrations.AddIndex(
            model_name='order',
            index=models.Index(fields=['customer', '-placed_at'], name='order_by_customer'),
        ),
        migrations.AddConstraint(
            model_name='order',
            constraint=models.UniqueConstraint(condition=models.Q(('external_id', ''), _negated=True), fields=('source', 'external_id'), name='order_external_id_unique', violation_error_message='Another order has this external id.'),
        ),
        migrations.AddConstraint(
            model_name='order',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['placed', 'shipped', 'delivered', 'cancelled', 'returned'])), name='order_status_known'),
        ),
        migrations.AddConstraint(
            model_name='order',
            constraint=models.CheckConstraint(condition=models.Q(('goods_total__gte', 0), ('shipping_price__gte', 0)), name='order_amounts_not_negative', violation_error_message='No amount of an order is below zero.'),
        ),
        migrations.AddConstraint(
            model_name='order',
            constraint=models.CheckConstraint(condition=models.Q(('total', django.db.models.expressions.CombinedExpression(models.F('goods_total'), '+', models.F('shipping_price')))), name='order_total_adds_up', violation_error_message='The total is the goods and the shipping together.'),
        ),
        migrations.AddConstraint(
            model_name='order',
            constraint=models.CheckConstraint(condition=models.Q(('country__regex', '^[A-Z]{2}$'), ('currency__regex', '^[A-Z]{3}$')), name='order_country_and_currency_codes', violation_error_message='Give the country and the currency by their ISO codes.'),
        ),
        migrations.AddConstraint(
            model_name='order',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('number', ''), _negated=True), models.Q(('email', ''), _negated=True)), name='order_number_and_email_present'),
        ),
        migrations.AddConstraint(
            model_name='orderline',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='order_line_quantity_positive', violation_error_message='The quantity is 1 or more.'),
        ),
        migrations.AddConstraint(
            model_name='orderline',
            constraint=models.CheckConstraint(condition=models.Q(('unit_price__gte', 0)), name='order_line_price_not_negative'),
        ),
        migrations.AddConstraint(
            model_name='orderline',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sku', ''), _negated=True), models.Q(('title', ''), _negated=True)), name='order_line_sku_and_title_present'),
        ),
        migrations.AddIndex(
            model_name='productview',
            index=models.Index(fields=['visitor', '-viewed_at'], name='product_view_by_visitor'),
        ),
        migrations.AddIndex(
            model_name='productview',
            index=models.Index(fields=['product', '-viewed_at'], name='product_view_by_product'),
        ),
        migrations.AddIndex(
            model_name='productview',
            index=models.Index(condition=models.Q(('email', ''), _negated=True), fields=['email', '-viewed_at'], name='product_view_by_customer'),
        ),
        migrations.AddConstraint(
            model_name='productview',
            constraint=models.CheckConstraint(condition=models.Q(('referrer__in', ['search', 'category', 'related', 'direct'])), name='product_view_referrer_known'),
        ),
        migrations.AddConstraint(
            model_name='productview',
            constraint=models.CheckConstraint(condition=models.Q(('visitor', ''), _negated=True), name='product_view_visitor_present'),
        ),
        *(
            migrations.RunSQL(
                f"CREATE INDEX {name} ON {table} USING gin (upper({column}::text) gin_trgm_ops)",
                f"DROP INDEX {name}",
            )
            for name, (table, column) in SEARCH_INDEXES.items()
        ),
    ]
