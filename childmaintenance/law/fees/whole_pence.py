"""Sharing out one receipt over whole pence, quickly and without words: the arithmetic of `allocation`."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from childmaintenance.law.fees.settings import USUAL, Allocation


class PenceSplit(NamedTuple):
    """Where every penny of a receipt went; lists follow the receiving parents as they were given.

    maintenance + paying_fee + arrears + enforcement_fees + credit is the receipt. `receiving_fee` comes out of maintenance
    and arrears when they are paid out.
    """

    maintenance: list[int]
    paying_fee: list[int]
    arrears: list[int]
    enforcement_fees: int
    receiving_fee: list[int]
    credit: int


def split_pence(
    received: int,
    due: Sequence[int],
    fee_due: Sequence[int],
    arrears_due: Sequence[int],
    enforcement_fees_due: int,
    added: Fraction | int,
    taken: Fraction | int,
    refs: Sequence[str],
    how: Allocation = USUAL,
    arrears_beyond: Sequence[int] = (),
) -> PenceSplit:
    """Share out a receipt in whole pence.

    `due` and `fee_due` are what each receiving parent's maintenance and its 20% fee stand at now; `arrears_due` what the
    agreed plan asks for, and `arrears_beyond` the arrears over it. `added` and `taken` are the two percentages, 0 where no
    fee is charged. `refs` only settle who gets an odd penny, so that the order of the parents does not.
    """
    left = received
    nothing = [0] * len(due)
    maintenance, fees, arrears, enforcement = nothing, nothing, nothing, 0
    for step in how.order:
        if not left:
            break
        if step == "ongoing":
            owed, owed_fee = sum(due), sum(fee_due)
            to_maintenance, to_fee = _ongoing(left, owed, owed_fee, added, how)
            maintenance = pro_rata(to_maintenance, due, owed, refs)
            fees = pro_rata(to_fee, fee_due, owed_fee, refs)
            left -= to_maintenance + to_fee
        elif step == "arrears":
            owed = sum(arrears_due)
            part = left if left < owed else owed
            arrears = pro_rata(part, arrears_due, owed, refs)
            left -= part
        else:
            enforcement = left if left < enforcement_fees_due else enforcement_fees_due
            left -= enforcement
    if left and how.surplus == "arrears" and arrears_beyond:
        owed = sum(arrears_beyond)
        part = left if left < owed else owed
        arrears = [now + more for now, more in zip(arrears, pro_rata(part, arrears_beyond, owed, refs), strict=True)]
        left -= part
    over, under = taken.numerator, taken.denominator * 100
    if how.fee_on_arrears:
        receiving = [
            (2 * (one + other) * over + under) // (2 * under) for one, other in zip(maintenance, arrears, strict=True)
        ]
    else:
        receiving = [(2 * one * over + under) // (2 * under) for one in maintenance]
    return PenceSplit(maintenance, fees, arrears, enforcement, receiving, left)


def _ongoing(left: int, owed: int, owed_fee: int, added: Fraction | int, how: Allocation) -> tuple[int, int]:
    """How much of the money goes to maintenance and how much to its fee, neither more than is owed."""
    if left >= owed + owed_fee:
        return owed, owed_fee
    if how.short == "maintenance_first":
        to_maintenance = min(left, owed)
    elif how.short == "fee_first":
        to_maintenance = left - min(left, owed_fee)
    else:
        over, under = 100 * added.denominator, 100 * added.denominator + added.numerator
        to_maintenance = min((2 * left * over + under) // (2 * under), owed)
    to_fee = min(left - to_maintenance, owed_fee)
    return left - to_fee, to_fee


def pro_rata(pence: int, weights: Sequence[int], whole: int, refs: Sequence[str]) -> list[int]:
    """Whole pence in proportion to the weights; odd pennies go to the largest remainders, then weights, then by reference."""
    if len(weights) == 1:
        return [pence]
    if not pence:
        return [0] * len(weights)
    if pence == whole:
        return list(weights)
    parts = [divmod(pence * weight, whole) for weight in weights]
    shares = [part for part, _ in parts]
    odd = pence - sum(shares)
    if odd:
        first = sorted(range(len(weights)), key=lambda i: (-parts[i][1], -weights[i], refs[i]))
        for i in first[:odd]:
            shares[i] += 1
    return shares
