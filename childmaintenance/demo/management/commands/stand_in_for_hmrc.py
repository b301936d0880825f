"""./run stand_in_for_hmrc: HMRC for the town; ./run demo starts it beside the service."""

import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from childmaintenance.demo.models import Town
from childmaintenance.demo.people import everybody, tax_record
from childmaintenance.portals.machines.hmrc.stand_in.people import People
from childmaintenance.portals.machines.hmrc.stand_in.server import StandIn


class Command(BaseCommand):
    """Knows what the town's people earn, and invents an income for anybody a visitor makes up."""

    help = "A stand-in for HMRC that knows the town's people."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=0)

    def handle(self, *args: Any, **options: Any) -> None:
        town = Town.objects.get()
        families = everybody(town.first_day, town.seed).families
        people = People([tax_record(family, town.first_day) for family in families], invent_strangers=True)
        stop = threading.Event()
        for wish in (signal.SIGINT, signal.SIGTERM):
            signal.signal(wish, lambda *_: stop.set())
        with StandIn(people, port=options["port"]) as hmrc:
            self.stdout.write(f"HMRC stand-in at {hmrc.url}")
            stop.wait()
