"""What each paying parent of the town has to pay on which day, as their letters say; kept in step as plans are drawn."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from childmaintenance import consequences
from childmaintenance.cases.terms import Service
from childmaintenance.collection import queries as collections
from childmaintenance.collection.terms import InstalmentKind
from childmaintenance.foundation import outbox

if TYPE_CHECKING:
    from childmaintenance.demo.people import Family
    from childmaintenance.demo.residents import Register


class Dues:
    """Dues by paying parent and day, in pence; what was due once stays, for those who pay late."""

    def __init__(self) -> None:
        self._of_case: dict[str, dict[dt.date, int]] = {}
        self._cases: dict[str, set[str]] = defaultdict(set)
        self._references: dict[str, str] = {}

    def learn(self, case: str) -> None:
        """Read every plan of a case; one whose money is not collected by us asks for nothing at the bank."""
        due: dict[dt.date, int] = defaultdict(int)
        for plan in collections.plans_of(case):
            self._cases[plan.paying_parent].add(case)
            for line in plan.instalments:
                if plan.service == Service.COLLECT_AND_PAY or line.kind != InstalmentKind.REGULAR:
                    due[line.due_on] += line.maintenance + line.fee
        self._of_case[case] = due

    def of(self, paying_parent: str) -> Mapping[dt.date, int]:
        """What somebody has to pay, over all their cases; empty where nothing is to be paid to us."""
        sums: dict[dt.date, int] = defaultdict(int)
        for case in self._cases.get(paying_parent, ()):
            for day, pence in self._of_case[case].items():
                sums[day] += pence
        return {day: pence for day, pence in sums.items() if pence > 0}

    def reference(self, family: Family, book: Register) -> str:
        """The number somebody has to write on their payments."""
        party = book.parties[book.payer(family)]
        if party not in self._references:
            to = collections.pay_to(party)
            self._references[party] = to.payment_reference if to else ""
        return self._references[party]

    @contextmanager
    def kept_in_step(self) -> Iterator[None]:
        """Hear of every plan that is drawn while the town lives, before what follows from it follows."""

        def hear(event: outbox.Event) -> None:
            if event.name == "PlanDrawn":
                self.learn(collections.plan_drawn(event.references["plan"]).case)
            consequences.follow(event)

        outbox.on_event(hear)
        try:
            yield
        finally:
            outbox.on_event(consequences.follow)
