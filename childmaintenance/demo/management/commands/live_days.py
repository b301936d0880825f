"""./run live_days N: the town lives so many days; ./run day calls it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from childmaintenance.demo import town


class Command(BaseCommand):
    """Prints what happened."""

    help = "Move the town's clock on, and say what happened."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("days", type=int, nargs="?", default=1)

    def handle(self, *args: Any, **options: Any) -> None:
        town.live_days(options["days"], self.say)

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
