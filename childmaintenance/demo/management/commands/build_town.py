"""./run build_town: live the town's life from its first day; ./run demo calls it on an empty database."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from childmaintenance.demo import town


class Command(BaseCommand):
    """Prints how far it is: on a terminal on one line that changes, elsewhere a line for each month."""

    help = "Build the town of invented families by living through its days."
    month = ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--days", type=int, help="so many days up to today, instead of eighteen months")

    def handle(self, *args: Any, **options: Any) -> None:
        town.build(self.say, days=options["days"])
        if sys.stdout.isatty():
            self.stdout.write("")

    def say(self, lived: int, days: int, where: str) -> None:
        """Hear that so many of the days are lived."""
        if sys.stdout.isatty():
            self.stdout.write(f"\r  {lived * 100 // days:3} %  {where:<16}", ending="")
        elif where != self.month:
            self.stdout.write(f"  {lived * 100 // days:3} %  {where}")
        self.month = where
        self.stdout.flush()
