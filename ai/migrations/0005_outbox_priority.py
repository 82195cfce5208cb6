"""Who waits for an outbox entry; and the embedding tables, known to Django as its own."""

import django.db.models.deletion
from django.db import migrations, models

SPACE = models.ForeignKey("ai.embeddingspace", django.db.models.deletion.CASCADE, related_name="+")


class Migration(migrations.Migration):
    """Add the priority; tell the state what migration 0004 made, so that flush empties it too."""

    dependencies = [
        ("ai", "0004_embedding_tables"),
        ("shop", "0001_catalogue_reviews_content"),
    ]

    operations = [
        migrations.RemoveIndex("outboxentry", "outbox_due"),
        migrations.AddField(
            "outboxentry",
            "priority",
            models.PositiveSmallIntegerField(choices=[(0, "interactive"), (5, "bulk")], default=0),
        ),
        migrations.AddIndex(
            "outboxentry",
            models.Index(fields=["priority", "available_at", "id"], name="outbox_due"),
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                *(
                    operation
                    for name in ("pageembedding", "productembedding", "reviewembedding")
                    for operation in (
                        migrations.AlterModelOptions(name, options={}),
                        migrations.AddField(name, "space", SPACE.clone()),
                    )
                ),
                migrations.AddField(
                    "productembedding",
                    "product",
                    models.ForeignKey(
                        "shop.product",
                        django.db.models.deletion.CASCADE,
                        related_name="embeddings",
                    ),
                ),
                migrations.AddField(
                    "reviewembedding",
                    "review",
                    models.ForeignKey(
                        "shop.review",
                        django.db.models.deletion.CASCADE,
                        related_name="embeddings",
                    ),
                ),
            ]
        ),
    ]
