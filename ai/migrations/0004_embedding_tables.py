"""The embedding tables: partitioned by space, so that a space's vectors go with one DROP."""

from django.db import migrations

CREATE = """
CREATE TABLE ai_product_embedding (
    space_id bigint NOT NULL REFERENCES ai_embeddingspace (id) ON DELETE CASCADE,
    product_id bigint NOT NULL REFERENCES shop_product (id) ON DELETE CASCADE,
    content_hash varchar(64) NOT NULL,
    embedding halfvec NOT NULL,
    embedded_at timestamptz NOT NULL,
    PRIMARY KEY (space_id, product_id)
) PARTITION BY LIST (space_id);
CREATE INDEX ai_product_embedding_product ON ai_product_embedding (product_id);

CREATE TABLE ai_review_embedding (
    space_id bigint NOT NULL REFERENCES ai_embeddingspace (id) ON DELETE CASCADE,
    review_id bigint NOT NULL REFERENCES shop_review (id) ON DELETE CASCADE,
    position smallint NOT NULL,
    text text NOT NULL,
    content_hash varchar(64) NOT NULL,
    embedding halfvec NOT NULL,
    embedded_at timestamptz NOT NULL,
    PRIMARY KEY (space_id, review_id, position)
) PARTITION BY LIST (space_id);
CREATE INDEX ai_review_embedding_review ON ai_review_embedding (review_id);

CREATE TABLE ai_page_embedding (
    space_id bigint NOT NULL REFERENCES ai_embeddingspace (id) ON DELETE CASCADE,
    kind varchar(10) NOT NULL CHECK (kind IN ('page', 'faq')),
    object_id bigint NOT NULL,
    position smallint NOT NULL,
    text text NOT NULL,
    content_hash varchar(64) NOT NULL,
    embedding halfvec NOT NULL,
    embedded_at timestamptz NOT NULL,
    PRIMARY KEY (space_id, kind, object_id, position)
) PARTITION BY LIST (space_id);
"""

DROP = "DROP TABLE ai_page_embedding, ai_review_embedding, ai_product_embedding;"


class Migration(migrations.Migration):
    """Create the three partitioned tables; a partition is made with its space."""

    dependencies = [("ai", "0003_jobs_and_words")]
    operations = [migrations.RunSQL(CREATE, DROP)]
