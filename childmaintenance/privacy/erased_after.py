"""A migration step for rows that are never changed, and are erased only once the day has come that each row itself names."""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from childmaintenance.foundation.append_only import REFUSE, application_role

REFUSE_EARLY = """
CREATE OR REPLACE FUNCTION privacy_refuse_to_erase_early() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (to_jsonb(OLD) ->> TG_ARGV[0])::date >= CURRENT_DATE THEN
        RAISE EXCEPTION 'DELETE of % is refused: its day has not come', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
END
$$
"""
CHANGED, EARLY = "privacy_never_changed", "privacy_not_erased_early"


class ErasedAfter(Operation):
    """ErasedAfter("privacy_consent", "forgotten_on"): refuse UPDATE and TRUNCATE always, DELETE up to that day, to everybody."""

    reversible = True

    def __init__(self, table: str, day: str) -> None:
        self.table, self.day = table, day

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__qualname__, [self.table, self.day], {}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models stay as they are; only the database is told."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        table = schema_editor.quote_name(self.table)
        schema_editor.execute(REFUSE, params=None)
        schema_editor.execute(REFUSE_EARLY, params=None)
        schema_editor.execute(
            f"CREATE TRIGGER {CHANGED} BEFORE UPDATE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION foundation_refuse_change()"
        )
        schema_editor.execute(
            f"CREATE TRIGGER {EARLY} BEFORE DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION privacy_refuse_to_erase_early({schema_editor.quote_value(self.day)})"
        )
        for trigger in (CHANGED, EARLY):
            schema_editor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {trigger}")
        schema_editor.execute(
            f"REVOKE UPDATE, TRUNCATE, TRIGGER, REFERENCES ON {table} FROM {application_role(schema_editor)}"
        )

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        table = schema_editor.quote_name(self.table)
        for trigger in (CHANGED, EARLY):
            schema_editor.execute(f"DROP TRIGGER {trigger} ON {table}")
        schema_editor.execute(f"GRANT UPDATE ON {table} TO {application_role(schema_editor)}")

    def describe(self) -> str:
        return f"Never change rows of {self.table}, and erase them only after their {self.day}"
