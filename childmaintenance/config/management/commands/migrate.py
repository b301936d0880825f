"""Django's migrate, as the role that owns the tables."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.core.management.commands.migrate import Command as Migrate
from django.db import connections

OWNS = """
SELECT current_user, rolsuper OR rolbypassrls,
       EXISTS (SELECT FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
               AND pg_has_role(current_user, relowner, 'MEMBER'))
FROM pg_roles WHERE rolname = current_user
"""


class Command(Migrate):
    """The same command; only its database is another, and the application's role must turn out to own nothing."""

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database="owner")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION and not settings.ENVIRONMENT.database_owner_url:
            raise CommandError(
                "Migrations need DATABASE_OWNER_URL: the application's own role must not own the tables."
            )
        options["database"] = "owner"
        super().handle(*args, **options)
        with connections["default"].cursor() as cursor:
            cursor.execute(OWNS)
            role, is_superuser, owns = cursor.fetchone()
        if is_superuser or owns:
            raise CommandError(
                f"The application connects as {role}, which could undo what the tables promise: it is "
                f"{'a superuser' if is_superuser else 'an owner of tables, or a member of one'}. See docs/handbook/running.md."
            )
