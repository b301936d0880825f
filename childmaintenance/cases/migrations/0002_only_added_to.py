"""What was said, chosen and noted in a case is never rewritten."""

from django.db import migrations

from childmaintenance.foundation.append_only import AppendOnly

TABLES = [
    "application",
    "casechild",
    "casestatus",
    "notice",
    "fact",
    "answer",
    "safetydisclosure",
    "servicechoice",
    "paychoicemade",
    "timelineentry",
]


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_tables")]
    operations = [AppendOnly(f"cases_{table}") for table in TABLES]
