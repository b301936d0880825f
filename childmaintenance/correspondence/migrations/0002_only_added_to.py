"""A letter is kept exactly as it was sent: nobody, whatever their role, changes or deletes one."""

from django.db import migrations

from childmaintenance.foundation.append_only import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("correspondence", "0001_tables")]
    operations = [AppendOnly(f"correspondence_{table}") for table in ("letter", "reading", "notice")]
