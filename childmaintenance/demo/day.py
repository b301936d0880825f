"""One day of the town, in the order in which a day goes. Everybody acts through the rooms; nothing is put in by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from childmaintenance.calculation import jobs as calculation
from childmaintenance.cases import jobs as cases
from childmaintenance.collection import actions as collection
from childmaintenance.correspondence.reminders import send_reminders
from childmaintenance.demo import applying, deciding, halfway, paying, payouts
from childmaintenance.demo.residents import Register
from childmaintenance.foundation import clock, outbox
from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys import jobs as journeys
from childmaintenance.portals.machines.bank import exchange
from childmaintenance.portals.machines.bank.stand_in import Bank

Tell = Callable[[str], None]
MORNING = Actor.system("start of the day")
WEEKEND = 5


class Day:
    """A day to live. Killed in the middle, the same day can be lived again: what was done is not done twice."""

    def __init__(self, book: Register, bank: Bank, on: dt.date) -> None:
        self.book, self.bank, self.on = book, bank, on
        self.works = on.weekday() < WEEKEND

    def live(self, tell: Tell) -> None:
        """From the first job of the morning to the bank's statement in the evening."""
        clock.move_town_to(self.on)
        with self.at(6):
            for room in (journeys, cases, calculation):
                room.start_of_day(self.on)
            collection.start_of_day(on=self.on, by=MORNING)
            send_reminders(self.on)
        with self.at(9):
            if self.works:
                payouts.release(self.book, tell)
            applying.act(self.book, self.on, tell)
            halfway.begin(self.book, self.on, tell)
            outbox.run_until_empty()
        with self.at(14):
            if self.works:
                deciding.work(self.book, self.on, tell)
                payouts.settle(self.book, self.on, tell)
                outbox.run_until_empty()
        with self.at(18):
            paying.go_to_the_bank(self.book, self.bank, self.on, tell)
            self.bank.end_day(self.on)
            for taken in exchange.take_in_statements():
                if taken.refused_because:
                    tell(f"A bank statement was refused: {taken.refused_because}")
            outbox.run_until_empty()
            if self.works:
                payouts.prepare(self.book, self.on, tell)

    @contextmanager
    def at(self, hour: int) -> Iterator[None]:
        """This hour of the day, for every clock of the service."""
        moment = dt.datetime.combine(self.on, dt.time(hour), tzinfo=clock.LONDON)
        with clock.travel(moment):
            yield
