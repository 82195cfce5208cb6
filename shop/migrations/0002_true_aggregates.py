"""Triggers that keep ratings, price ranges and helpful counts true whatever writes the rows."""

from django.db import migrations

CREATE = """
CREATE FUNCTION shop_count_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.status = 'published' THEN
        UPDATE shop_product SET rating_count = rating_count - 1, rating_sum = rating_sum - OLD.rating
        WHERE id = OLD.product_id;
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.status = 'published' THEN
        UPDATE shop_product SET rating_count = rating_count + 1, rating_sum = rating_sum + NEW.rating
        WHERE id = NEW.product_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER shop_review_counted AFTER INSERT OR DELETE OR UPDATE OF status, rating, product_id
ON shop_review FOR EACH ROW EXECUTE FUNCTION shop_count_review();

CREATE FUNCTION shop_price_range_of(changed bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- The lock comes first: of two writers, the second computes from what the first committed.
    PERFORM 1 FROM shop_product WHERE id = changed FOR NO KEY UPDATE;
    UPDATE shop_product SET price_min = range.low, price_max = range.high
    FROM (SELECT min(price) AS low, max(price) AS high FROM shop_variant WHERE product_id = changed)
        AS range
    WHERE id = changed
        AND (price_min IS DISTINCT FROM range.low OR price_max IS DISTINCT FROM range.high);
END $$;
CREATE FUNCTION shop_variant_priced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN PERFORM shop_price_range_of(OLD.product_id); END IF;
    IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND NEW.product_id <> OLD.product_id) THEN
        PERFORM shop_price_range_of(NEW.product_id);
    END IF;
    RETURN NULL;
END $$;
-- Not on stock: an order that takes the last one must not lock the product row (deadlocks).
CREATE TRIGGER shop_variant_price_range AFTER INSERT OR DELETE OR UPDATE OF price, product_id
ON shop_variant FOR EACH ROW EXECUTE FUNCTION shop_variant_priced();

CREATE FUNCTION shop_count_vote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        UPDATE shop_review SET helpful_count = helpful_count + 1 WHERE id = NEW.review_id;
    ELSE
        UPDATE shop_review SET helpful_count = greatest(helpful_count, 1) - 1
        WHERE id = OLD.review_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER shop_vote_counted AFTER INSERT OR DELETE
ON shop_reviewvote FOR EACH ROW EXECUTE FUNCTION shop_count_vote();
"""

DROP = """
DROP TRIGGER shop_vote_counted ON shop_reviewvote;
DROP FUNCTION shop_count_vote;
DROP TRIGGER shop_variant_price_range ON shop_variant;
DROP FUNCTION shop_variant_priced;
DROP FUNCTION shop_price_range_of;
DROP TRIGGER shop_review_counted ON shop_review;
DROP FUNCTION shop_count_review;
"""


class Migration(migrations.Migration):
    """Create the triggers."""

    dependencies = [("shop", "0001_catalogue_reviews_content")]
    operations = [migrations.RunSQL(CREATE, DROP)]
