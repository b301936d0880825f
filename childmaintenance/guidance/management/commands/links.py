"""./run links: ask every address that we send people to whether it still answers, and say which do not."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from childmaintenance.guidance.links.asking import PAUSE, SECONDS, NoNetwork, ask
from childmaintenance.guidance.links.keeping import calling_us, forget_others, keep
from childmaintenance.guidance.links.naming import named


class Command(BaseCommand):
    """Asks all of them, however lately they were asked. Takes some minutes: it is polite."""

    help = "Ask the addresses in guidance whether they answer."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", nargs="*", help="only these; nothing is then kept")
        parser.add_argument("--seconds", type=float, default=SECONDS, help="for each to answer")
        parser.add_argument("--pause", type=float, default=PAUSE, help="seconds between two questions to one host")

    def handle(self, *args: Any, **options: Any) -> None:
        only = options["address"]
        places = named()
        try:
            answers = ask(only or places, calling_us=calling_us(), seconds=options["seconds"], pause=options["pause"])
        except NoNetwork:
            raise CommandError("This machine reaches nobody, so nothing was learnt and nothing is kept.") from None
        if not only:
            keep(answers)
            forget_others(places)
        for answer in answers:
            if only or answer.outcome.is_broken:
                where = ", ".join(places.get(answer.address, ()))
                self.stdout.write(f"{answer.outcome.value:<10} {answer.detail:<4} {answer.address}  {where}".rstrip())
        broken = sum(answer.outcome.is_broken for answer in answers)
        self.stdout.write(f"{len(answers)} asked, {broken} broken.")
