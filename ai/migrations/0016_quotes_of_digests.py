"""A sentence for and one against in every digest, chosen again whenever its counts are."""

from django.db import migrations, models


CREATE = """
-- Of the aspect most talked about, clear words and buyers first. The sentence as a whole and the
-- reviewer's stars have to agree: a model that is wrong of one of them is seldom wrong of all. A title
-- is no quote, and a sentence that praises one thing and blames another is for neither.
CREATE FUNCTION ai_chosen_quotes(of_product bigint) RETURNS jsonb LANGUAGE sql STABLE AS $$
    WITH said AS (
        SELECT m.id, m.review_id, shown.id AS aspect_id, m.polarity, m.confidence,
            m.sentence_begin, m.sentence_end, r.rating, r.verified_purchase,
            min(m.polarity) OVER sentence = max(m.polarity) OVER sentence AS is_clear,
            CASE WHEN r.title <> '' AND r.body <> '' THEN r.title || E'\\n\\n' || r.body
                ELSE r.title || r.body END AS whole,
            r.body, g.concerns, g.sentences
        FROM ai_reviewmention m
        JOIN shop_review r ON r.id = m.review_id
        JOIN ai_reviewreading g ON g.review_id = m.review_id
        LEFT JOIN ai_aspect own ON own.id = m.aspect_id
        LEFT JOIN ai_aspect shown
            ON shown.id = coalesce(own.merged_into_id, own.id) AND NOT shown.is_hidden
        WHERE m.product_id = of_product AND r.product_id = of_product AND r.status = 'published'
        WINDOW sentence AS (PARTITION BY m.review_id, m.sentence_begin)
    ),
    talked AS (
        SELECT aspect_id, count(DISTINCT review_id) AS reviews
        FROM said WHERE aspect_id IS NOT NULL GROUP BY 1
    ),
    best AS (
        SELECT DISTINCT ON (s.polarity) s.*
        FROM said s JOIN talked t USING (aspect_id)
        WHERE s.is_clear AND s.polarity <> 0 AND s.concerns = '{}'
            AND (s.rating > 3) = (s.polarity > 0)
            AND s.sentence_end - s.sentence_begin BETWEEN 20 AND 220
            AND s.sentence_begin >= length(s.whole) - length(s.body)
            AND EXISTS (
                SELECT FROM jsonb_array_elements(s.sentences) AS read
                WHERE (read ->> 0)::int = s.sentence_begin
                    AND sign((read ->> 2)::float) = s.polarity
            )
        ORDER BY s.polarity, t.reviews DESC, s.confidence DESC, s.verified_purchase DESC, s.id
    )
    SELECT coalesce(jsonb_agg(jsonb_build_object(
        'review', review_id, 'aspect', aspect_id, 'polarity', polarity,
        'begin', sentence_begin, 'end', sentence_end,
        'text', substr(whole, sentence_begin + 1, sentence_end - sentence_begin)
    ) ORDER BY polarity DESC), '[]') FROM best
$$;

CREATE FUNCTION ai_digest_quoted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.quotes := ai_chosen_quotes(NEW.product_id);
    RETURN NEW;
END $$;
CREATE TRIGGER ai_digest_quoted BEFORE INSERT OR UPDATE OF updated_at ON ai_reviewdigest
FOR EACH ROW EXECUTE FUNCTION ai_digest_quoted();

UPDATE ai_reviewdigest SET updated_at = now();
"""

DROP = """
DROP TRIGGER ai_digest_quoted ON ai_reviewdigest;
DROP FUNCTION ai_digest_quoted;
DROP FUNCTION ai_chosen_quotes;
"""


class Migration(migrations.Migration):
    """Add the column and the trigger that fills it."""

    dependencies = [("ai", "0015_review_readings")]

    operations = [
        migrations.AddField(
            model_name="reviewdigest",
            name="quotes",
            field=models.JSONField(default=list),
        ),
        migrations.RunSQL(CREATE, DROP),
    ]
