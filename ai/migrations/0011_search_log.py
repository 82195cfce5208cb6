"""The search log: searches, what was done after them, what both come to, and unmet demand."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Create the log, its daily sums, unmet demand and requests to stock."""

    dependencies = [
        ('ai', '0010_suggestions'),
        ('shop', '0016_more_that_changes_the_catalogue'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='UnmetDemand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.TextField()),
                ('queries', models.JSONField(default=list)),
                ('searches', models.PositiveIntegerField()),
                ('zero', models.PositiveIntegerField()),
                ('closeness', models.FloatField(null=True)),
                ('found_at', models.DateTimeField()),
            ],
            options={
                'verbose_name_plural': 'unmet demand',
                'ordering': ['-searches', 'label'],
            },
        ),
        migrations.CreateModel(
            name='VisitorSalt',
            fields=[
                ('week', models.DateField(primary_key=True, serialize=False)),
                ('salt', models.BinaryField(max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name='LoggedSearch',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('visitor', models.CharField(max_length=32)),
                ('query', models.TextField()),
                ('folded', models.TextField(db_collation='C')),
                ('corrected', models.TextField(blank=True)),
                ('total', models.PositiveIntegerField()),
                ('first_position', models.PositiveIntegerField(default=1)),
                ('shown', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('is_filtered', models.BooleanField(default=False)),
                ('is_sorted', models.BooleanField(default=False)),
            ],
            options={
                'verbose_name_plural': 'logged searches',
                'indexes': [models.Index(fields=['at'], name='logged_search_by_time'), models.Index(fields=['folded', '-at'], name='logged_search_by_query')],
                'constraints': [models.CheckConstraint(condition=models.Q(('first_position__gte', 1)), name='logged_search_positions_from_one')],
            },
        ),
        migrations.CreateModel(
            name='PositionDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('position', models.PositiveIntegerField()),
                ('shown', models.PositiveIntegerField()),
                ('clicked', models.PositiveIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('day', 'position'), name='position_day_once')],
            },
        ),
        migrations.CreateModel(
            name='QueryDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('folded', models.TextField(db_collation='C')),
                ('query', models.TextField()),
                ('searches', models.PositiveIntegerField()),
                ('visitors', models.PositiveIntegerField()),
                ('zero', models.PositiveIntegerField(default=0)),
                ('low', models.PositiveIntegerField(default=0)),
                ('clicked', models.PositiveIntegerField(default=0)),
                ('clicks', models.PositiveIntegerField(default=0)),
                ('added', models.PositiveIntegerField(default=0)),
                ('ordered', models.PositiveIntegerField(default=0)),
                ('revenue', models.DecimalField(decimal_places=3, default=0, max_digits=16)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('day', 'folded'), name='query_day_once')],
            },
        ),
        migrations.CreateModel(
            name='ShopperEvent',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('click', 'click on a result'), ('view', 'look at a product'), ('add_to_cart', 'into the cart'), ('order', 'order')], max_length=12)),
                ('at', models.DateTimeField()),
                ('visitor', models.CharField(blank=True, max_length=32)),
                ('position', models.PositiveIntegerField(null=True)),
                ('quantity', models.PositiveIntegerField(default=1)),
                ('amount', models.DecimalField(decimal_places=3, max_digits=16, null=True)),
                ('currency', models.CharField(blank=True, max_length=3)),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='shop.product')),
                ('search', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='events', to='ai.loggedsearch')),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.BrinIndex(fields=['at'], name='shopper_event_by_time'), models.Index(condition=models.Q(('search__isnull', False)), fields=['search'], name='shopper_event_by_search')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['click', 'view', 'add_to_cart', 'order'])), name='shopper_event_kind_known'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'click'), _negated=True), models.Q(('position__gte', 1), ('search__isnull', False)), _connector='OR'), name='shopper_event_click_has_place'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'order'), _negated=True), models.Q(('amount__isnull', False), ('visitor', '')), _connector='OR'), name='shopper_event_order_names_nobody')],
            },
        ),
        migrations.CreateModel(
            name='StockRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('query', models.CharField(max_length=200, unique=True, verbose_name='what is looked for')),
                ('searches', models.PositiveIntegerField(default=0, help_text='How often it was searched for when this was written.', verbose_name='searches')),
                ('note', models.TextField(blank=True, help_text='What exactly, from whom, for how much.')),
                ('status', models.CharField(choices=[('open', 'open'), ('ordered', 'on its way'), ('declined', 'not for this shop')], default='open', max_length=10)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['status', '-created_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['open', 'ordered', 'declined'])), name='stock_request_status_known')],
            },
        ),
    ]
