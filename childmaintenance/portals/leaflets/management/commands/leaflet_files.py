"""./run leaflet_files: make every leaflet's braille and sound files, as far as this machine's programs can."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from childmaintenance.portals.leaflets.files import make_all, possible

WANTED = """This machine has neither lou_translate nor espeak-ng, so there is nothing to make. On Debian:
apt install liblouis-bin espeak-ng lame"""


class Command(BaseCommand):
    """Running it again makes only what is missing, or has other words by now: the figures are those of the service's day."""

    help = "Make the braille and sound files of every leaflet."

    def handle(self, *args: Any, **options: Any) -> None:
        forms = possible()
        if not forms:
            raise CommandError(WANTED)
        if failed := make_all(forms, self.stdout.write):
            raise CommandError(f"{failed} could not be made.")
