"""What paid providers have cost, by account and day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Create the ledger of provider budgets."""

    dependencies = [
        ('ai', '0006_words_in_sql'),
    ]

    operations = [
        migrations.CreateModel(
            name='ProviderSpend',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account', models.CharField(max_length=100)),
                ('day', models.DateField()),
                ('amount', models.BigIntegerField(default=0)),
            ],
            options={
                'ordering': ['-day', 'account'],
                'constraints': [models.UniqueConstraint(fields=('account', 'day'), name='provider_spend_once_a_day')],
            },
        ),
    ]
