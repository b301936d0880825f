"""A migration step that makes a table one can only add to, whoever asks: the database keeps the promise, not the code."""

from typing import Any

from django.conf import settings
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

REFUSE = """
CREATE OR REPLACE FUNCTION foundation_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % is refused: its rows are never changed or deleted', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$
"""
TRIGGER = "foundation_append_only"


class AppendOnly(Operation):
    """AppendOnly("ledger_entry"): refuse UPDATE, DELETE and TRUNCATE to everybody, the owner too."""

    reversible = True

    def __init__(self, table: str) -> None:
        self.table = table

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__qualname__, [self.table], {}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models stay as they are; only the database is told."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        table = schema_editor.quote_name(self.table)
        schema_editor.execute(REFUSE, params=None)
        # One trigger a statement, so that even a statement that would touch no row is refused.
        schema_editor.execute(
            f"CREATE TRIGGER {TRIGGER} BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION foundation_refuse_change()"
        )
        schema_editor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {TRIGGER}")
        schema_editor.execute(
            f"REVOKE UPDATE, DELETE, TRUNCATE, TRIGGER, REFERENCES ON {table} FROM {application_role(schema_editor)}"
        )

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        table = schema_editor.quote_name(self.table)
        schema_editor.execute(f"DROP TRIGGER {TRIGGER} ON {table}")
        schema_editor.execute(f"GRANT UPDATE, DELETE ON {table} TO {application_role(schema_editor)}")

    def describe(self) -> str:
        return f"Let {self.table} only be added to"


def application_role(schema_editor: BaseDatabaseSchemaEditor) -> str:
    """The role the application connects as, quoted; the migrations themselves run as the owner."""
    return schema_editor.quote_name(settings.DATABASES["default"]["USER"])
