"""A chat, too, can be sent as a copy."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0004_leaflet_orders")]

    operations = [
        migrations.AlterField(
            model_name="copytosend",
            name="kind",
            field=models.CharField(
                choices=[
                    ("result", "Result"),
                    ("arrangement", "Arrangement"),
                    ("list", "List"),
                    ("leaflet", "Leaflet"),
                    ("chat", "Chat"),
                ],
                max_length=16,
            ),
        ),
    ]
