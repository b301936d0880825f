"""Live some days more in the town and print what happened."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from childmaintenance.demo import town


class Command(BaseCommand):
    help = "Live so many days in the town."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many days."""
        parser.add_argument("number", type=int)

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each day's sentences as it ends."""
        try:
            town.live_days(options["number"], self._say)
        except town.NoTown:
            raise CommandError("There is no town yet: ./run demo builds it.") from None

    def _say(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()
