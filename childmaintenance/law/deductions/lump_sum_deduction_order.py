"""A lump sum from a bank account. SI 1992/1989 regulations 25M, 25O, 25Q and 25Z (NI: SR 1992/390)."""

from dataclasses import dataclass
from datetime import date, timedelta

from childmaintenance.law.figures import Amount, Number
from childmaintenance.law.provision import BadFact, Figures, InForce
from childmaintenance.values import ZERO, Money


@dataclass(frozen=True, slots=True)
class LumpSumDeductionOrder:
    """The figures of Part 3A, chapter 3."""

    least_left: Amount
    bank_charge: Amount
    days_to_speak: Number


FIGURES = Figures(LumpSumDeductionOrder, __file__)


def minimum_amount(charge: Money, law: InForce) -> Money:
    """25Q: what the account must hold before anything is taken: a fixed sum and what the bank charges."""
    rates = FIGURES.under(law)
    if charge > rates.bank_charge.of or charge < ZERO:
        raise BadFact("charge", f"must be from 0 to {rates.bank_charge.of}")
    return rates.least_left.of + charge


def most_by(arrears: Money, ordered: Money) -> Money:
    """Sections 32E and 32F: no more than the arrears, whatever the order named."""
    return ordered.up_to(arrears)


def speak_by(served: date, law: InForce) -> date:
    """25M: the last day for representations; the day of service is the first of the days."""
    return served + timedelta(days=FIGURES.under(law).days_to_speak.of - 1)
