"""What reviews say, their aspects, and a digest row a product that triggers keep true."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


CREATE = """
CREATE FUNCTION ai_recount_digests(changed bigint[], may_add boolean) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    wanted bigint[] := ARRAY(
        SELECT DISTINCT id FROM unnest(changed) AS id WHERE id IS NOT NULL ORDER BY id
    );
    one bigint;
BEGIN
    -- The locks come first, in one order: of two writers, the second counts what the first committed.
    FOREACH one IN ARRAY wanted LOOP
        PERFORM pg_advisory_xact_lock((1684629349::bigint << 32) | (one & 4294967295));
    END LOOP;
    -- Not while a product is being deleted: its digest may be gone already.
    IF may_add THEN
        INSERT INTO ai_reviewdigest
            (product_id, reviews, verified, positive, mixed, negative, aspects, updated_at)
        SELECT p.id, 0, 0, 0, 0, 0, '[]', now() FROM shop_product p WHERE p.id = ANY(wanted)
        ORDER BY p.id
        ON CONFLICT (product_id) DO NOTHING;
    END IF;
    UPDATE ai_reviewdigest d SET
        reviews = c.reviews, verified = c.verified, positive = c.positive, mixed = c.mixed,
        negative = c.negative, first_at = c.first_at, last_at = c.last_at,
        aspects = ai_counted_aspects(d.product_id), updated_at = now()
    FROM unnest(wanted) AS w (id)
    CROSS JOIN LATERAL (
        SELECT count(*) AS reviews,
            count(*) FILTER (WHERE r.verified_purchase) AS verified,
            count(*) FILTER (WHERE g.label > 0) AS positive,
            count(*) FILTER (WHERE g.label = 0) AS mixed,
            count(*) FILTER (WHERE g.label < 0) AS negative,
            min(r.created_at) AS first_at, max(r.created_at) AS last_at
        FROM shop_review r JOIN ai_reviewreading g ON g.review_id = r.id
        WHERE r.product_id = w.id AND r.status = 'published'
    ) c
    WHERE d.product_id = w.id;
END $$;

CREATE FUNCTION ai_counted_aspects(of_product bigint) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
        'aspect', t.id, 'name', t.name, 'reviews', t.reviews,
        'positive', t.positive, 'negative', t.negative,
        'mixed', t.reviews - t.positive - t.negative
    ) ORDER BY t.reviews DESC, t.name, t.id), '[]')
    FROM (
        SELECT shown.id, shown.name, count(*) AS reviews,
            count(*) FILTER (WHERE said.polarity > 0) AS positive,
            count(*) FILTER (WHERE said.polarity < 0) AS negative
        FROM (
            SELECT coalesce(a.merged_into_id, a.id) AS aspect_id, m.review_id,
                sum(m.polarity) AS polarity
            FROM ai_reviewmention m
            JOIN ai_aspect a ON a.id = m.aspect_id
            JOIN ai_reviewreading g ON g.review_id = m.review_id
            JOIN shop_review r ON r.id = m.review_id
            WHERE m.product_id = of_product AND r.product_id = of_product
                AND r.status = 'published'
            GROUP BY 1, 2
        ) said
        JOIN ai_aspect shown ON shown.id = said.aspect_id
        WHERE NOT shown.is_hidden
        GROUP BY shown.id, shown.name
    ) t
$$;

CREATE FUNCTION ai_readings_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM ai_recount_digests(ARRAY(
        SELECT r.product_id FROM written w JOIN shop_review r ON r.id = w.review_id
    ), TG_OP <> 'DELETE');
    RETURN NULL;
END $$;
CREATE TRIGGER ai_reading_added AFTER INSERT ON ai_reviewreading
REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION ai_readings_written();
CREATE TRIGGER ai_reading_changed AFTER UPDATE ON ai_reviewreading
REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION ai_readings_written();
CREATE TRIGGER ai_reading_removed AFTER DELETE ON ai_reviewreading
REFERENCING OLD TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION ai_readings_written();

-- Mentions are written before their reading, whose trigger counts them; only a mention that gets
-- another aspect does so alone.
CREATE FUNCTION ai_mentions_assigned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM ai_recount_digests(ARRAY(SELECT DISTINCT product_id FROM written), false);
    RETURN NULL;
END $$;
CREATE TRIGGER ai_mention_assigned AFTER UPDATE ON ai_reviewmention
REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION ai_mentions_assigned();

CREATE FUNCTION ai_aspects_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM ai_recount_digests(ARRAY(
        SELECT DISTINCT m.product_id
        FROM before b JOIN after a USING (id)
        JOIN ai_aspect own ON b.id IN (own.id, own.merged_into_id)
        JOIN ai_reviewmention m ON m.aspect_id = own.id
        WHERE (b.name, b.merged_into_id, b.is_hidden)
            IS DISTINCT FROM (a.name, a.merged_into_id, a.is_hidden)
    ), false);
    RETURN NULL;
END $$;
CREATE TRIGGER ai_aspect_changed AFTER UPDATE ON ai_aspect
REFERENCING OLD TABLE AS before NEW TABLE AS after
FOR EACH STATEMENT EXECUTE FUNCTION ai_aspects_changed();

-- What is said of another text, or of a review that is not shown any more, is gone at once.
CREATE FUNCTION ai_review_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.status <> 'published' OR (OLD.title, OLD.body, OLD.product_id)
            IS DISTINCT FROM (NEW.title, NEW.body, NEW.product_id) THEN
        DELETE FROM ai_reviewmention WHERE review_id = NEW.id;
        DELETE FROM ai_reviewreading WHERE review_id = NEW.id;
        IF OLD.product_id <> NEW.product_id THEN
            PERFORM ai_recount_digests(ARRAY[OLD.product_id], false);
        END IF;
    ELSE
        PERFORM ai_recount_digests(ARRAY[NEW.product_id], false);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER ai_review_changed
AFTER UPDATE OF status, title, body, product_id, verified_purchase, created_at
ON shop_review FOR EACH ROW
WHEN ((OLD.status, OLD.title, OLD.body, OLD.product_id, OLD.verified_purchase, OLD.created_at)
    IS DISTINCT FROM
    (NEW.status, NEW.title, NEW.body, NEW.product_id, NEW.verified_purchase, NEW.created_at))
EXECUTE FUNCTION ai_review_changed();
"""

DROP = """
DROP TRIGGER ai_review_changed ON shop_review;
DROP FUNCTION ai_review_changed;
DROP TRIGGER ai_aspect_changed ON ai_aspect;
DROP FUNCTION ai_aspects_changed;
DROP TRIGGER ai_mention_assigned ON ai_reviewmention;
DROP FUNCTION ai_mentions_assigned;
DROP TRIGGER ai_reading_removed ON ai_reviewreading;
DROP TRIGGER ai_reading_changed ON ai_reviewreading;
DROP TRIGGER ai_reading_added ON ai_reviewreading;
DROP FUNCTION ai_readings_written;
DROP FUNCTION ai_recount_digests;
DROP FUNCTION ai_counted_aspects;
"""


class Migration(migrations.Migration):
    """Create the tables and the triggers."""


    dependencies = [
        ('ai', '0014_recommendations'),
        ('shop', '0016_more_that_changes_the_catalogue'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ReviewDigest',
            fields=[
                ('product', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='review_digest', serialize=False, to='shop.product')),
                ('reviews', models.PositiveIntegerField(default=0)),
                ('verified', models.PositiveIntegerField(default=0)),
                ('positive', models.PositiveIntegerField(default=0)),
                ('mixed', models.PositiveIntegerField(default=0)),
                ('negative', models.PositiveIntegerField(default=0)),
                ('first_at', models.DateTimeField(null=True)),
                ('last_at', models.DateTimeField(null=True)),
                ('aspects', models.JSONField(default=list)),
                ('updated_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Aspect',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=80)),
                ('name', models.CharField(max_length=80)),
                ('is_hidden', models.BooleanField(default=False, help_text='Never shown to shoppers.')),
                ('is_by_staff', models.BooleanField(default=False, editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('category', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='shop.category')),
                ('merged_into', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='merged', to='ai.aspect')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='ReadingJob',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scope', models.CharField(choices=[('stale', 'what is new or out of date'), ('all', 'everything again')], default='stale', max_length=10)),
                ('status', models.CharField(choices=[('queued', 'queued'), ('running', 'running'), ('paused', 'paused'), ('cancelled', 'cancelled'), ('failed', 'failed'), ('done', 'done')], default='queued', max_length=10)),
                ('cursor_id', models.BigIntegerField(default=0)),
                ('total', models.PositiveIntegerField(default=0)),
                ('done', models.PositiveIntegerField(default=0)),
                ('read', models.PositiveIntegerField(default=0)),
                ('skipped', models.PositiveIntegerField(default=0)),
                ('failed', models.PositiveIntegerField(default=0)),
                ('message', models.TextField(blank=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('started_at', models.DateTimeField(blank=True, null=True)),
                ('heartbeat_at', models.DateTimeField(blank=True, null=True)),
                ('lease', models.UUIDField(blank=True, null=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('busy_seconds', models.FloatField(default=0)),
                ('created_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='ReviewMention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('term', models.CharField(max_length=80)),
                ('surface', models.CharField(max_length=80)),
                ('polarity', models.SmallIntegerField(choices=[(-1, 'negative'), (0, 'mixed'), (1, 'positive')])),
                ('confidence', models.FloatField()),
                ('begin', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('sentence_begin', models.PositiveIntegerField()),
                ('sentence_end', models.PositiveIntegerField()),
                ('aspect', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='mentions', to='ai.aspect')),
                ('product', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='shop.product')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='shop.review')),
            ],
        ),
        migrations.CreateModel(
            name='ReviewReading',
            fields=[
                ('review', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='reading', serialize=False, to='shop.review')),
                ('probability', models.FloatField()),
                ('polarity', models.FloatField()),
                ('label', models.SmallIntegerField(choices=[(-1, 'negative'), (0, 'mixed'), (1, 'positive')])),
                ('sentences', models.JSONField(default=list)),
                ('is_contradictory', models.BooleanField(default=False)),
                ('topics', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None)),
                ('concerns', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None)),
                ('language', models.CharField(blank=True, max_length=8)),
                ('model_version', models.CharField(max_length=64)),
                ('content_hash', models.CharField(max_length=64)),
                ('read_at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('is_contradictory', True)), fields=['review'], name='reading_contradictory')],
            },
        ),
        migrations.AddConstraint(
            model_name='aspect',
            constraint=models.UniqueConstraint(fields=('category', 'key'), name='aspect_once_per_category', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='aspect',
            constraint=models.CheckConstraint(condition=models.Q(('merged_into', models.F('id')), _negated=True), name='aspect_not_merged_into_itself'),
        ),
        migrations.AddConstraint(
            model_name='readingjob',
            constraint=models.UniqueConstraint(models.Value(1), condition=models.Q(('status__in', ['queued', 'running', 'paused'])), name='reading_job_one_active'),
        ),
        migrations.AddIndex(
            model_name='reviewmention',
            index=models.Index(fields=['product', 'aspect', 'polarity'], name='mention_by_product'),
        ),
        migrations.AddIndex(
            model_name='reviewmention',
            index=models.Index(fields=['aspect'], name='mention_by_aspect'),
        ),
        migrations.AddIndex(
            model_name='reviewmention',
            index=models.Index(condition=models.Q(('aspect', None)), fields=['term'], name='mention_unassigned'),
        ),
        migrations.RunSQL(CREATE, DROP),
    ]
