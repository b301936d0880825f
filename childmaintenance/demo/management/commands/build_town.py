"""./run build_town: live the town's life from its first day; ./run demo calls it on an empty database."""

from typing import Any

from django.core.management.base import BaseCommand

from childmaintenance.demo import town


class Command(BaseCommand):
    """Prints a line of progress now and then."""

    help = "Build the town of invented families by living through its days."

    def handle(self, *args: Any, **options: Any) -> None:
        town.build(self.say)

    def say(self, text: str) -> None:
        self.stdout.write(f"  {text}")
        self.stdout.flush()
