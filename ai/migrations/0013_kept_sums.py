"""Sums of whole spans, so that a year of searches is read in milliseconds."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Create the kept sums."""

    dependencies = [
        ('ai', '0012_lab_runs'),
    ]

    operations = [
        migrations.CreateModel(
            name='QuerySum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('span', models.CharField(max_length=5)),
                ('folded', models.TextField(db_collation='C')),
                ('query', models.TextField()),
                ('searches', models.PositiveIntegerField()),
                ('zero', models.PositiveIntegerField()),
                ('low', models.PositiveIntegerField()),
                ('clicked', models.PositiveIntegerField()),
                ('clicks', models.PositiveIntegerField()),
                ('added', models.PositiveIntegerField()),
                ('ordered', models.PositiveIntegerField()),
                ('revenue', models.DecimalField(decimal_places=3, max_digits=16)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('span', 'folded'), name='query_sum_once')],
            },
        ),
    ]
