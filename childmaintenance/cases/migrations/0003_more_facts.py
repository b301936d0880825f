"""More can be said: who cares for a child alike, education, homes, a court order, an employer."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_only_added_to")]

    operations = [
        migrations.AlterField(
            model_name="fact",
            name="kind",
            field=models.CharField(
                choices=[
                    ("nights", "Nights"),
                    ("parentage", "Parentage"),
                    ("other_children", "Other Children"),
                    ("other_arrangement", "Other Arrangement"),
                    ("benefit", "Benefit"),
                    ("nil_reason", "Nil Reason"),
                    ("service", "Service"),
                    ("equal_care", "Equal Care"),
                    ("education", "Education"),
                    ("residence", "Residence"),
                    ("court_order", "Court Order"),
                    ("employer", "Employer"),
                ],
                max_length=24,
            ),
        )
    ]
