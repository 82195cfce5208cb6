"""The PostgreSQL extensions everything else stands on, first and alone."""

from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations
from pgvector.django import VectorExtension


class Migration(migrations.Migration):
    """Create vector, pg_trgm and unaccent."""

    initial = True
    dependencies = []
    operations = [VectorExtension(), TrigramExtension(), UnaccentExtension()]
