"""Both aliases are one database: reads and writes as the application, migrations as the owner."""

from typing import Any


class OneDatabase:
    """Django's router. `migrate` on any alias but `owner` is refused, so that the application never owns a table."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        return "default"

    def db_for_write(self, model: Any, **hints: Any) -> str:
        return "default"

    def allow_relation(self, first: Any, second: Any, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == "owner"
