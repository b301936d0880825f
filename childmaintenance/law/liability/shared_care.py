"""Nights with the paying parent, at the basic and reduced rates. Schedule 1, paragraph 7(2) to (6)."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from childmaintenance.law.figures import Amount, Bands
from childmaintenance.law.liability.facts import Child, ReceivingParent
from childmaintenance.law.liability.local_authority_care import nothing_payable, share_in_care
from childmaintenance.law.provision import Figures, InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import Money

NONE, HALF, WHOLE = Fraction(0), Fraction(1, 2), Fraction(1)


@dataclass(frozen=True, slots=True)
class SharedCare:
    """The figures of paragraph 7."""

    share_by_nights: Bands
    off_for_each_half: Amount


FIGURES = Figures(SharedCare, __file__)


def after_care(parent: ReceivingParent, share: Money, law: InForce, reasons: Reasons) -> Money:
    """One receiving parent's share less the care of their children by others; it may come out below nought.

    (3) Each child's nights give a fraction; (4) those of one receiving parent are averaged over all their children, noughts
    included; (5) that much comes off; (6) and then £7 for each child in the one-half band. The local authority fractions of
    regulation 53 go into the same sum.
    """
    care = care_of(parent.children, law)
    if not care.decrease:
        return share
    rates = FIGURES.under(law)
    amount = reasons.add(
        "shared_care_and_local_authority" if care.in_care else "shared_care",
        rates.share_by_nights.says,
        share * care.left,
        receiving_parent=parent.ref,
        share=share,
        nights=care.nights,
        local_authority_nights=care.authority_nights,
        fractions=care.fractions,
        decrease=care.decrease,
    )
    if not care.halves:
        return amount
    off = rates.off_for_each_half
    return reasons.add(
        "off_for_each_half",
        off.says,
        amount - off.of * care.halves,
        receiving_parent=parent.ref,
        before=amount,
        each=off.of,
        children=care.halves,
        least=rates.share_by_nights.least_for(HALF),
    )


@dataclass(frozen=True, slots=True)
class Care:
    """What the nights of one receiving parent's children come to."""

    nights: tuple[int, ...]
    authority_nights: tuple[int, ...]
    fractions: tuple[Fraction, ...]
    decrease: Fraction
    left: Fraction
    halves: int

    @property
    def in_care(self) -> bool:
        return any(self.authority_nights)


@lru_cache(maxsize=16384)
def care_of(children: tuple[Child, ...], law: InForce) -> Care:
    """(3) and (4) for one household; kept, because most families share few patterns of nights."""
    rates = FIGURES.under(law)
    fractions = tuple(fraction_of(child.nights, child.local_authority_nights, rates, law) for child in children)
    decrease = sum(fractions, NONE) / len(fractions)
    return Care(
        nights=tuple(child.nights for child in children),
        authority_nights=tuple(child.local_authority_nights for child in children),
        fractions=fractions,
        decrease=decrease,
        left=WHOLE - decrease,
        halves=sum(rates.share_by_nights.for_(child.nights) == HALF for child in children),
    )


def fraction_of(nights: int, authority_nights: int, rates: SharedCare, law: InForce) -> Fraction:
    """The part of one child's maintenance that other care takes off, never more than the whole."""
    share = rates.share_by_nights.for_(nights)
    if not authority_nights:
        return share
    if nothing_payable(authority_nights, law):
        return WHOLE
    return share + share_in_care(authority_nights, law)
