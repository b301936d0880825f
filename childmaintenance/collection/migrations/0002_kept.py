"""What happened is never rewritten; of a plan, an instalment and a payout file only what changes with time can be changed."""

from typing import ClassVar

from django.db import migrations

from childmaintenance.foundation.append_only import AppendOnly, application_role

ADDED_TO = ["bankstatement", "bankentry", "suspensesettled", "allocation", "payout", "payoutreturned"]
MAY_CHANGE = {
    "plan": ["covers_until"],
    "instalment": ["charged_on", "cancelled_on"],
    "missed": ["settled_on"],
    "payoutfile": [
        *("state", "released_at", "released_by", "discarded_at", "discarded_by", "discarded_because"),
        *("sha256", "body", "sent_at"),
    ],
}


def grant(apps, schema_editor) -> None:
    role = application_role(schema_editor)
    for table, columns in MAY_CHANGE.items():
        name = schema_editor.quote_name(f"collection_{table}")
        schema_editor.execute(f"REVOKE UPDATE, DELETE ON {name} FROM {role}")
        schema_editor.execute(f"GRANT UPDATE ({', '.join(columns)}) ON {name} TO {role}")


def take_back(apps, schema_editor) -> None:
    role = application_role(schema_editor)
    for table in MAY_CHANGE:
        schema_editor.execute(f"GRANT UPDATE, DELETE ON {schema_editor.quote_name(f'collection_{table}')} TO {role}")


class Migration(migrations.Migration):
    dependencies: ClassVar = [("collection", "0001_tables")]

    operations: ClassVar = [
        *(AppendOnly(f"collection_{table}") for table in ADDED_TO),
        migrations.RunPython(grant, take_back),
    ]
