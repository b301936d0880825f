"""Django's migrate, as the role that owns the tables."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.commands.migrate import Command as Migrate


class Command(Migrate):
    """The same command; only its database is another by default, and the application's role never makes a table."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database="owner")

    def handle(self, *args: Any, **options: Any) -> None:
        options["database"] = "owner"
        super().handle(*args, **options)
