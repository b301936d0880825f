"""The law's fees on whole pence, asked for on the day that counts."""

import datetime as dt
from fractions import Fraction

from childmaintenance.cases.terms import Service
from childmaintenance.law.fees import fee_on_instalment, in_whole_pence, split_pence
from childmaintenance.law.provision import in_force
from childmaintenance.values import Money, Territory


def rates(territory: str, on: dt.date) -> tuple[Fraction, Fraction]:
    """What is added for the paying parent and taken from the receiving parent, in percent."""
    return in_whole_pence(on, Territory(territory))


def on_instalment(maintenance: int, service: Service, territory: str, on: dt.date) -> tuple[int, int]:
    """The paying parent's fee on a scheduled amount, and the receiving parent's when it is paid in full.

    None where the parents pay each other (SI 2014/612 reg 7(6)). For a credit, below nought, the paying parent's fee goes back
    in the same proportion; what was taken from money already passed on stays taken.
    """
    if service != Service.COLLECT_AND_PAY:
        return 0, 0
    law = in_force(on, Territory(territory))
    if maintenance < 0:
        return -fee_on_instalment(Money.pence(-maintenance), law).in_pence, 0
    fee = fee_on_instalment(Money.pence(maintenance), law).in_pence
    added, taken = rates(territory, on)
    whole = split_pence(maintenance + fee, [maintenance], [fee], [0], 0, added, taken, [""])
    return fee, whole.receiving_fee[0]
