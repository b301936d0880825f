"""Print where to choose whom to be, and the first of each kind."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from childmaintenance.demo import picker


class Command(BaseCommand):
    help = "Say who to sign in as."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the demo is served."""
        parser.add_argument("--address", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        """One address, and a line for each persona."""
        self.stdout.write(f"Choose who to be at {options['address']}/demo/ - one click signs you in:\n")
        for group in picker.groups():
            self.stdout.write(f"  {group.heading}")
            for persona in group.personas:
                first, *_ = persona.finds.split(". ")
                self.stdout.write(f"    {persona.name:28} {first.rstrip('.')}.")
