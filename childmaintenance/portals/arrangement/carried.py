"""What an arrangement hands to an application: what the application asks too, and nothing else.

No names: what is kept under a reference names nobody (`cases.first_steps`). No amount, things or words: the law sets the amount
of an application, and what two parents agreed is no part of a case. Decision 163.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from childmaintenance.cases.first_steps import FirstStepTold
from childmaintenance.cases.terms import Side
from childmaintenance.correspondence.terms import Every
from childmaintenance.foundation.language import weekday
from childmaintenance.portals.arrangement.agreed import Agreed, Payments
from childmaintenance.portals.arrangement.questions import EVERY

SIDES = {"pays": Side.PAYING, "gets": Side.RECEIVING}
LAST_DAY = 28
"""The latest day of the month that an application takes, so that every month has it."""


@dataclass(frozen=True)
class Carried:
    """One answer that goes along, as the page says it."""

    what: str
    says: str


def carried(found: Agreed) -> list[Carried]:
    """What the page says is carried, before it asks the rest."""
    rows = []
    if found.side in SIDES:
        pays = SIDES[found.side] == Side.PAYING
        rows.append(Carried(_("Who you are"), _("The parent who pays") if pays else _("The parent who gets it")))
    if found.payments and SIDES.get(found.side) != Side.RECEIVING:
        every, day = str(dict(EVERY)[found.payments.every.value]), _day_in_words(found.payments)
        if found.side in SIDES:
            rows += [Carried(_("How often it is paid"), every), Carried(_("The day it is paid on"), day)]
        else:
            rows.append(Carried(_("If you are the parent who pays: when"), f"{every}. {day}"))
    return rows


def told_of(found: Agreed, *, side: str, nation: str) -> FirstStepTold:
    """As a first step, which an application takes over. How and when to pay is asked only of who pays."""
    whose = SIDES.get(side)
    pays = found.payments if whose == Side.PAYING else None
    return FirstStepTold(
        side=whose,
        nation=nation,
        pay_every=pays.every.value if pays else "",
        pay_day=_day(pays) if pays else None,
    )


def _day(payments: Payments) -> int:
    """A day of the month from 1 to 28, or a day of the week from 0, Monday."""
    if payments.every == Every.MONTH:
        return min(payments.first.day, LAST_DAY)
    return payments.first.weekday()


def _day_in_words(payments: Payments) -> str:
    if payments.every == Every.MONTH:
        return _("Day %(day)s of the month") % {"day": _day(payments)}
    return weekday(payments.first)
