"""Where an import resumes, who has it, and uploads kept where no server hands them out."""

from django.db import migrations, models

import shop.models.imports


class Migration(migrations.Migration):
    """Add the fields."""

    dependencies = [("shop", "0002_true_aggregates")]
    operations = [
        migrations.AlterField(
            "importjob",
            "kind",
            models.CharField(
                max_length=20,
                choices=[
                    ("shopify_products", "Shopify product CSV"),
                    ("judgeme_reviews", "Judge.me review CSV"),
                    ("catalogue_jsonl", "catalogue JSONL"),
                    ("pages_json", "content pages JSON"),
                ],
            ),
        ),
        migrations.AlterField(
            "importjob",
            "upload",
            models.FileField(
                blank=True,
                storage=shop.models.imports.private_storage,
                upload_to="imports/",
            ),
        ),
        migrations.AddField(
            "importjob", "offset", models.PositiveBigIntegerField(default=0, editable=False)
        ),
        migrations.AddField(
            "importjob", "line", models.PositiveIntegerField(default=0, editable=False)
        ),
        migrations.AddField("importjob", "state", models.JSONField(default=dict, editable=False)),
        migrations.AddField(
            "importjob", "lease", models.UUIDField(null=True, blank=True, editable=False)
        ),
        migrations.AddField(
            "importjob",
            "attempts",
            models.PositiveSmallIntegerField(default=0, editable=False),
        ),
    ]
