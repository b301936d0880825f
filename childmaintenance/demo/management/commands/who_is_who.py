"""./run who_is_who: whom a visitor may be, as the picker shows them."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from childmaintenance.demo import picker


class Command(BaseCommand):
    """Prints the names under their headings, and where to choose one."""

    help = "Who lives in the town."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--address", default="http://localhost:8000")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Choose who to be at {options['address']}/demo/ (nobody needs a password):\n")
        for group in picker.groups():
            self.stdout.write(f"    {group.heading}: {', '.join(persona.name for persona in group.personas)}")
