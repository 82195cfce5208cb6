"""Recommendations: lists by generation, their job, staff's rules, experiments, boxes in view."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


# Numbers of the whole run are kept beside each other, so that one row answers a request. Scores
# need no more than a real's seven digits.
LISTS = """
CREATE TABLE ai_recommendation_list (
    generation_id bigint NOT NULL REFERENCES ai_recommendationgeneration (id) ON DELETE CASCADE,
    kind varchar(12) NOT NULL,
    subject_id bigint NOT NULL,
    items bigint[] NOT NULL,
    scores real[] NOT NULL,
    evidence integer[] NOT NULL,
    PRIMARY KEY (generation_id, kind, subject_id),
    CONSTRAINT recommendation_list_kind_known CHECK (
        kind IN ('similar', 'together', 'popular', 'trending', 'new', 'consumable')
    ),
    CONSTRAINT recommendation_list_of_one_length CHECK (
        cardinality(items) = cardinality(scores) AND cardinality(items) = cardinality(evidence)
    )
) PARTITION BY LIST (generation_id)
"""


class Migration(migrations.Migration):
    """Create the tables; a partition of the lists is made with its generation."""


    dependencies = [
        ('ai', '0013_kept_sums'),
        ('shop', '0016_more_that_changes_the_catalogue'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='BoxExperiment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('box', models.CharField(choices=[('similar', 'similar products'), ('together', 'bought together'), ('complements', 'goes with the cart'), ('for_you', 'for you'), ('recent', 'looked at lately'), ('trending', 'trending'), ('new', 'new')], max_length=12)),
                ('control', models.CharField(choices=[('blend', 'behaviour and meaning (the usual)'), ('behaviour', 'behaviour alone'), ('meaning', 'meaning alone'), ('popular', 'what is popular'), ('nothing', 'no box')], default='blend', max_length=12, verbose_name='way A')),
                ('treatment', models.CharField(choices=[('blend', 'behaviour and meaning (the usual)'), ('behaviour', 'behaviour alone'), ('meaning', 'meaning alone'), ('popular', 'what is popular'), ('nothing', 'no box')], default='popular', max_length=12, verbose_name='way B')),
                ('percent', models.PositiveSmallIntegerField(default=50, help_text='Of a hundred.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(99)], verbose_name='visitors with way B')),
                ('status', models.CharField(choices=[('draft', 'not begun'), ('running', 'running'), ('ended', 'ended')], default='draft', editable=False, max_length=8)),
                ('salt', models.UUIDField(editable=False)),
                ('started_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('ended_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalRecommendationRule',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('is_active', models.BooleanField(default=True, verbose_name='on')),
                ('starts_at', models.DateTimeField(blank=True, null=True, verbose_name='counts from')),
                ('ends_at', models.DateTimeField(blank=True, help_text='No longer counts at this moment.', null=True, verbose_name='counts until')),
                ('note', models.CharField(blank=True, help_text='Why, for colleagues.', max_length=300)),
                ('created_at', models.DateTimeField(blank=True, editable=False)),
                ('box', models.CharField(blank=True, choices=[('similar', 'similar products'), ('together', 'bought together'), ('complements', 'goes with the cart'), ('for_you', 'for you'), ('recent', 'looked at lately'), ('trending', 'trending'), ('new', 'new')], help_text='Empty: in all boxes.', max_length=12, verbose_name='in the box')),
                ('effect', models.CharField(choices=[('pin', 'always show it'), ('exclude', 'never show it')], default='pin', max_length=8, verbose_name='do')),
                ('position', models.PositiveSmallIntegerField(default=1, help_text='Of what is shown: 1 is the first.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(12)], verbose_name='place')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
            ],
            options={
                'verbose_name': 'historical recommendation rule',
                'verbose_name_plural': 'historical recommendation rules',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='LoggedBox',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('visitor', models.CharField(max_length=32)),
                ('kind', models.CharField(choices=[('similar', 'similar products'), ('together', 'bought together'), ('complements', 'goes with the cart'), ('for_you', 'for you'), ('recent', 'looked at lately'), ('trending', 'trending'), ('new', 'new')], max_length=12)),
                ('shown', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('is_treatment', models.BooleanField(default=False)),
            ],
            options={
                'verbose_name_plural': 'logged boxes',
            },
        ),
        migrations.CreateModel(
            name='RecommendationGeneration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('as_of', models.DateTimeField()),
                ('last_order', models.BigIntegerField(default=0)),
                ('last_view', models.BigIntegerField(default=0)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('live_since', models.DateTimeField(null=True)),
                ('figures', models.JSONField(default=dict)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='RecommendationJob',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scope', models.CharField(choices=[('all', 'everything, in a new generation'), ('changed', 'what has changed, in the generation that is live')], default='all', max_length=10)),
                ('selected_ids', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None)),
                ('as_of', models.DateTimeField()),
                ('last_order', models.BigIntegerField(default=0)),
                ('last_view', models.BigIntegerField(default=0)),
                ('status', models.CharField(choices=[('queued', 'queued'), ('running', 'running'), ('cancelled', 'cancelled'), ('failed', 'failed'), ('done', 'done')], default='queued', max_length=10)),
                ('cursor_id', models.BigIntegerField(default=0)),
                ('total', models.PositiveIntegerField(default=0)),
                ('done', models.PositiveIntegerField(default=0)),
                ('message', models.TextField(blank=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('started_at', models.DateTimeField(blank=True, null=True)),
                ('heartbeat_at', models.DateTimeField(blank=True, null=True)),
                ('lease', models.UUIDField(blank=True, null=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('busy_seconds', models.FloatField(default=0)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='RecommendationRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_active', models.BooleanField(default=True, verbose_name='on')),
                ('starts_at', models.DateTimeField(blank=True, null=True, verbose_name='counts from')),
                ('ends_at', models.DateTimeField(blank=True, help_text='No longer counts at this moment.', null=True, verbose_name='counts until')),
                ('note', models.CharField(blank=True, help_text='Why, for colleagues.', max_length=300)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('box', models.CharField(blank=True, choices=[('similar', 'similar products'), ('together', 'bought together'), ('complements', 'goes with the cart'), ('for_you', 'for you'), ('recent', 'looked at lately'), ('trending', 'trending'), ('new', 'new')], help_text='Empty: in all boxes.', max_length=12, verbose_name='in the box')),
                ('effect', models.CharField(choices=[('pin', 'always show it'), ('exclude', 'never show it')], default='pin', max_length=8, verbose_name='do')),
                ('position', models.PositiveSmallIntegerField(default=1, help_text='Of what is shown: 1 is the first.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(12)], verbose_name='place')),
            ],
            options={
                'ordering': ['box', 'subject', 'position', 'pk'],
                'abstract': False,
            },
        ),
        migrations.RemoveConstraint(
            model_name='shopperevent',
            name='shopper_event_kind_known',
        ),
        migrations.AlterField(
            model_name='shopperevent',
            name='kind',
            field=models.CharField(choices=[('click', 'click on a result'), ('box_click', 'click on a recommendation'), ('view', 'look at a product'), ('add_to_cart', 'into the cart'), ('order', 'order')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='boxexperiment',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'running')), fields=('box',), name='box_experiment_one_running', violation_error_message='An experiment with this box is running already.'),
        ),
        migrations.AddConstraint(
            model_name='boxexperiment',
            constraint=models.CheckConstraint(condition=models.Q(('percent__gte', 1), ('percent__lte', 99)), name='box_experiment_percent'),
        ),
        migrations.AddConstraint(
            model_name='boxexperiment',
            constraint=models.CheckConstraint(condition=models.Q(('control', models.F('treatment')), _negated=True), name='box_experiment_two_ways', violation_error_message='Choose two different ways.'),
        ),
        migrations.AddField(
            model_name='historicalrecommendationrule',
            name='author',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='historicalrecommendationrule',
            name='history_user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='historicalrecommendationrule',
            name='product',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='The product to show or to leave out.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='shop.product', verbose_name='this one'),
        ),
        migrations.AddField(
            model_name='historicalrecommendationrule',
            name='subject',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='The product whose page or line in the cart it is about. Empty: any.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='shop.product', verbose_name='beside the product'),
        ),
        migrations.AddField(
            model_name='loggedbox',
            name='experiment',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='boxes', to='ai.boxexperiment'),
        ),
        migrations.AddField(
            model_name='shopperevent',
            name='box',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='events', to='ai.loggedbox'),
        ),
        migrations.AddIndex(
            model_name='shopperevent',
            index=models.Index(condition=models.Q(('box__isnull', False)), fields=['box'], name='shopper_event_by_box'),
        ),
        migrations.AddConstraint(
            model_name='shopperevent',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['click', 'box_click', 'view', 'add_to_cart', 'order'])), name='shopper_event_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='shopperevent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'box_click'), _negated=True), models.Q(('box__isnull', False), ('position__gte', 1)), _connector='OR'), name='shopper_event_box_click_has_place'),
        ),
        migrations.AddField(
            model_name='recommendationgeneration',
            name='space',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='ai.embeddingspace'),
        ),
        migrations.AddField(
            model_name='recommendationjob',
            name='created_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='recommendationjob',
            name='generation',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='jobs', to='ai.recommendationgeneration'),
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(LISTS, "DROP TABLE ai_recommendation_list")],
            state_operations=[
                migrations.CreateModel(
                    name='RecommendationList',
                    fields=[
                        ('pk', models.CompositePrimaryKey('generation_id', 'kind', 'subject_id', blank=True, editable=False, primary_key=True, serialize=False)),
                        ('kind', models.CharField(choices=[('similar', 'alike in meaning or looked at by the same visitors'), ('together', 'bought in the same orders'), ('popular', 'bought and looked at most'), ('trending', 'more than usual'), ('new', 'published last'), ('consumable', 'bought again and again')], max_length=12)),
                        ('subject_id', models.BigIntegerField()),
                        ('items', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                        ('scores', django.contrib.postgres.fields.ArrayField(base_field=models.FloatField(), size=None)),
                        ('evidence', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), size=None)),
                    ],
                    options={
                        'db_table': 'ai_recommendation_list',
                    },
                ),
                migrations.AddField(
                    model_name='recommendationlist',
                    name='generation',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='ai.recommendationgeneration'),
                ),
            ],
        ),
        migrations.AddField(
            model_name='recommendationrule',
            name='author',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='recommendationrule',
            name='product',
            field=models.ForeignKey(help_text='The product to show or to leave out.', on_delete=django.db.models.deletion.CASCADE, related_name='+', to='shop.product', verbose_name='this one'),
        ),
        migrations.AddField(
            model_name='recommendationrule',
            name='subject',
            field=models.ForeignKey(blank=True, help_text='The product whose page or line in the cart it is about. Empty: any.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='shop.product', verbose_name='beside the product'),
        ),
        migrations.AddIndex(
            model_name='loggedbox',
            index=models.Index(fields=['kind', 'at'], name='logged_box_by_kind'),
        ),
        migrations.AddIndex(
            model_name='loggedbox',
            index=django.contrib.postgres.indexes.BrinIndex(fields=['at'], name='logged_box_by_time'),
        ),
        migrations.AddIndex(
            model_name='loggedbox',
            index=models.Index(condition=models.Q(('experiment__isnull', False)), fields=['experiment'], name='logged_box_by_experiment'),
        ),
        migrations.AddIndex(
            model_name='recommendationgeneration',
            index=models.Index(condition=models.Q(('live_since__isnull', False)), fields=['-live_since'], name='recommendations_live'),
        ),
        migrations.AddConstraint(
            model_name='recommendationjob',
            constraint=models.UniqueConstraint(models.Value(1), condition=models.Q(('status__in', ['queued', 'running'])), name='recommendation_job_one_active'),
        ),
        migrations.AddIndex(
            model_name='recommendationrule',
            index=models.Index(condition=models.Q(('is_active', True)), fields=['box', 'subject'], name='box_rules_at_work'),
        ),
        migrations.AddConstraint(
            model_name='recommendationrule',
            constraint=models.CheckConstraint(condition=models.Q(('starts_at__isnull', True), ('ends_at__isnull', True), ('ends_at__gt', models.F('starts_at')), _connector='OR'), name='recommendationrule_ends_after_start', violation_error_message='It would end before it begins.'),
        ),
        migrations.AddConstraint(
            model_name='recommendationrule',
            constraint=models.CheckConstraint(condition=models.Q(('effect__in', ['pin', 'exclude']), ('position__gte', 1), ('position__lte', 12)), name='recommendationrule_effect_known'),
        ),
        migrations.AddConstraint(
            model_name='recommendationrule',
            constraint=models.CheckConstraint(condition=models.Q(('box', ''), ('box__in', ['similar', 'together', 'complements', 'for_you', 'recent', 'trending', 'new']), _connector='OR'), name='recommendationrule_box_known'),
        ),
        migrations.AddConstraint(
            model_name='recommendationrule',
            constraint=models.CheckConstraint(condition=models.Q(('subject', models.F('product')), _negated=True), name='recommendationrule_not_beside_itself', violation_error_message='A product is never shown beside itself.'),
        ),
    ]
