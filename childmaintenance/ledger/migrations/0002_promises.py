"""What the database itself promises about the books, whoever writes to it; docs/decisions/0030 and 0031 say why so."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations

from childmaintenance.foundation.append_only import AppendOnly, application_role

PROMISES = Path(__file__).with_suffix(".sql")

UNDO = """
DROP TRIGGER ledger_entries_complete ON ledger_entry;
DROP TRIGGER ledger_journals_announced ON ledger_journal;
DROP TABLE ledger_announced;
DROP FUNCTION ledger_entries_complete_their_journals(), ledger_journals_are_announced(), ledger_announced_journals_are_whole();
"""


def take_the_announcements_away_from_the_application(apps, schema_editor) -> None:
    schema_editor.execute(f"REVOKE ALL ON ledger_announced FROM {application_role(schema_editor)}")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("ledger", "0001_tables")]

    operations: ClassVar = [
        migrations.RunSQL(PROMISES.read_text(), UNDO),
        migrations.RunPython(take_the_announcements_away_from_the_application, migrations.RunPython.noop),
        AppendOnly("ledger_account"),
        AppendOnly("ledger_journal"),
        AppendOnly("ledger_entry"),
    ]
