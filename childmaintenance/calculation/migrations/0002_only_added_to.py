"""Income as it was told and found, and decisions as they were made, are never rewritten."""

from django.db import migrations

from childmaintenance.foundation.append_only import AppendOnly

TABLES = ["incomequestion", "incomeanswer", "incomefinding", "decision", "decisionshare"]


class Migration(migrations.Migration):
    dependencies = [("calculation", "0001_tables")]
    operations = [AppendOnly(f"calculation_{table}") for table in TABLES]
