"""The arrangement that the answers make."""

import datetime as dt
from dataclasses import dataclass
from itertools import islice

from childmaintenance.correspondence.reminders import payment_days
from childmaintenance.correspondence.terms import Every
from childmaintenance.journeys.terms import Answers
from childmaintenance.portals.arrangement.questions import pays_money

SHOWN_PAYMENTS = 6


@dataclass(frozen=True)
class Payments:
    """Money: how much, in pence, how often, from when and which way; `other_way` is in the parents' own words."""

    pence: int
    every: Every
    first: dt.date
    way: str
    other_way: str = ""

    def days(self, until: dt.date) -> list[dt.date]:
        """The first few payment days up to a day."""
        return list(islice(payment_days(self.first, self.every, until), SHOWN_PAYMENTS))


@dataclass(frozen=True)
class Thing:
    what: str
    who: str
    when: str


@dataclass(frozen=True)
class Agreed:
    """What two parents agreed. Names are empty where they left them out."""

    side: str
    payer: str
    receiver: str
    children: str
    payments: Payments | None
    things: tuple[Thing, ...]
    review_on: dt.date
    words: str


def agreed(answers: Answers) -> Agreed:
    """Of a journey that is complete."""
    payments = None
    if pays_money(answers):
        payments = Payments(
            pence=answers.get("amount", "amount").in_pence,
            every=Every(answers.get("amount", "every")),
            first=answers.get("first", "first"),
            way=answers.get("way", "way"),
            other_way=answers.get("way", "other_way", ""),
        )
    return Agreed(
        side=answers.get("side", "side"),
        payer=answers.get("who", "payer", ""),
        receiver=answers.get("who", "receiver", ""),
        children=answers.get("children", "children"),
        payments=payments,
        things=tuple(
            Thing(item.get("thing", "what"), item.get("thing", "who"), item.get("thing", "when", ""))
            for item in answers.each("things")
        ),
        review_on=answers.get("review", "review"),
        words=answers.get("else", "words", ""),
    )
