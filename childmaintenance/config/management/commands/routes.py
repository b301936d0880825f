"""./run routes: every address and who may use it, as tests/routes.txt keeps it."""

from typing import Any

from django.core.management.base import BaseCommand

from childmaintenance.config.routes import routes


class Command(BaseCommand):
    """Prints the table; needs no database."""

    help = "Every address, and who may use it."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write("# Address | who may use it. Kept by ./run routes > tests/routes.txt; read every difference.")
        for line in routes():
            self.stdout.write(line)
