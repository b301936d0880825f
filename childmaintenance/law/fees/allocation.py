"""Sharing out a receipt, with its reasons: the default order of applying money, and what each parent pays for it.

SI 2009/3151 regulation 4 leaves the order to the service; SI 2014/612 regulations 7, 8 and 11 say what the fees are and that
they may be taken from any payment. In Northern Ireland SR 2009/422 and SR 2014/182.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from childmaintenance.law.fees.collection_fee import FIGURES
from childmaintenance.law.fees.settings import USUAL, Allocation
from childmaintenance.law.fees.whole_pence import PenceSplit, pro_rata, split_pence
from childmaintenance.law.provision import BadFact, NoRateInForce, Scenario, in_force
from childmaintenance.law.reasons import Reason, Reasons
from childmaintenance.values import ZERO, Citation, Money, Territory

ATTRIBUTION = Citation(gb="SI 2009/3151 reg 4", ni="SR 2009/422 reg 4")
FROM_ANY_PAYMENT = Citation(gb="SI 2014/612 reg 8(1)", ni="SR 2014/182")
ENFORCEMENT = Citation(gb="SI 2014/612 reg 11", ni="SR 2014/182")
FIRST_CASES = date(2012, 12, 10)


@dataclass(frozen=True, slots=True)
class Due:
    """What stands open for one receiving parent: maintenance due now before fees, arrears, and what the plan asks of them.

    `arrears_instalment` of nought means that no plan is agreed, and then all the arrears are open. `fee_due` is the paying
    parent's fee where the books know it; None works it out as 20% of everything due.
    """

    ref: str
    due: Money = ZERO
    arrears: Money = ZERO
    arrears_instalment: Money = ZERO
    fee_due: Money | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.ref, str) or not self.ref.strip():
            raise BadFact("ref", "must be a reference that is not empty")
        for field in ("due", "arrears", "arrears_instalment"):
            whole_pence(field, getattr(self, field))
        if self.fee_due is not None:
            whole_pence("fee_due", self.fee_due)

    @property
    def arrears_now(self) -> int:
        """Pence of arrears that this receipt may go to."""
        arrears, instalment = self.arrears.in_pence, self.arrears_instalment.in_pence
        return min(arrears, instalment) if instalment else arrears


@dataclass(frozen=True, slots=True)
class Receipt:
    """Money from one paying parent, and everything it may be applied to."""

    received: Money
    receiving_parents: tuple[Due, ...]
    collection_fee: bool = True
    enforcement_fees_due: Money = ZERO

    def __post_init__(self) -> None:
        whole_pence("received", self.received)
        whole_pence("enforcement_fees_due", self.enforcement_fees_due)
        if not isinstance(self.collection_fee, bool):
            raise BadFact("collection_fee", "must be true or false")
        if not isinstance(self.receiving_parents, tuple) or not all(
            isinstance(due, Due) for due in self.receiving_parents
        ):
            raise BadFact("receiving_parents", "must be what is due to receiving parents")
        if not self.receiving_parents:
            raise BadFact("receiving_parents", "must hold at least one receiving parent")
        refs = [due.ref for due in self.receiving_parents]
        if len(set(refs)) != len(refs):
            raise BadFact("receiving_parents", "must not name the same receiving parent twice")


@dataclass(frozen=True, slots=True)
class Split:
    """Where the money went. Every penny received is in one of maintenance, arrears, paying_fee, enforcement_fees, credit."""

    maintenance: Mapping[str, Money]
    arrears: Mapping[str, Money]
    paying_fee: Money
    paying_fee_by_parent: Mapping[str, Money]
    enforcement_fees: Money
    receiving_fee: Mapping[str, Money]
    paid_out: Mapping[str, Money]
    credit: Money
    reasons: tuple[Reason, ...]

    def as_json(self) -> dict[str, Any]:
        """The answer of the `split` command, without its id."""
        return {
            "maintenance": _texts(self.maintenance),
            "arrears": _texts(self.arrears),
            "paying_fee": str(self.paying_fee),
            "enforcement_fees": str(self.enforcement_fees),
            "receiving_fee": _texts(self.receiving_fee),
            "paid_out": _texts(self.paid_out),
            "credit": str(self.credit),
            "reasons": [reason.as_json() for reason in self.reasons],
        }


def split(
    receipt: Receipt,
    *,
    on: date,
    territory: Territory = Territory.GB,
    how: Allocation = USUAL,
    scenario: Scenario | None = None,
) -> Split:
    """Share out a receipt by the fees of a day; raises NoRateInForce where there were none yet."""
    law = in_force(on, territory, scenario)
    if on < FIRST_CASES:
        raise NoRateInForce("the scheme", on, territory)
    parents = receipt.receiving_parents
    due = [parent.due.in_pence for parent in parents]
    refs = [parent.ref for parent in parents]
    added, taken = Fraction(0), Fraction(0)
    if receipt.collection_fee:
        rates = FIGURES.under(law)
        added, taken = rates.added_for_paying_parent.of, rates.taken_from_receiving_parent.of
    fee_due = _fees_due(parents, due, refs, added)
    arrears = [parent.arrears_now for parent in parents]
    beyond = [parent.arrears.in_pence - now for parent, now in zip(parents, arrears, strict=True)]
    found = split_pence(
        receipt.received.in_pence,
        due,
        fee_due,
        arrears,
        receipt.enforcement_fees_due.in_pence,
        added,
        taken,
        refs,
        how,
        beyond,
    )
    reasons = Reasons()
    _explain(receipt, found, sum(due), sum(fee_due), sum(arrears), added, taken, law.cite, reasons)
    paid = [
        one + other - fee for one, other, fee in zip(found.maintenance, found.arrears, found.receiving_fee, strict=True)
    ]
    return Split(
        maintenance=_by_ref(refs, found.maintenance),
        arrears=_by_ref(refs, found.arrears),
        paying_fee=Money.pence(sum(found.paying_fee)),
        paying_fee_by_parent=_by_ref(refs, found.paying_fee),
        enforcement_fees=Money.pence(found.enforcement_fees),
        receiving_fee=_by_ref(refs, found.receiving_fee),
        paid_out=_by_ref(refs, paid),
        credit=Money.pence(found.credit),
        reasons=tuple(reasons.kept),
    )


def _fees_due(parents: tuple[Due, ...], due: list[int], refs: list[str], added: Fraction) -> list[int]:
    """Each parent's part of the paying parent's fee: as the books have it, or 20% of everything due, half a penny up."""
    known = [parent.fee_due.in_pence for parent in parents if parent.fee_due is not None]
    if len(known) == len(parents):
        return known
    if known:
        raise BadFact("fee_due", "must be known for every receiving parent or for none")
    whole = sum(due)
    over, under = added.numerator, added.denominator * 100
    fee = (2 * whole * over + under) // (2 * under)
    return pro_rata(fee, due, whole, refs)


def _explain(
    receipt: Receipt,
    found: PenceSplit,
    due: int,
    fee_due: int,
    arrears_due: int,
    added: Fraction,
    taken: Fraction,
    cite: Any,
    reasons: Reasons,
) -> None:
    """The steps in the order in which the money was applied, with what was open at each."""
    maintenance, fee = sum(found.maintenance), sum(found.paying_fee)
    received, many = receipt.received, len(receipt.receiving_parents) > 1
    if due or fee_due:
        short = maintenance + fee < due + fee_due
        step = "receipt_ongoing_short" if short and added else "receipt_ongoing"
        reasons.add(
            step,
            cite(ATTRIBUTION),
            Money.pence(maintenance),
            received=received,
            due=Money.pence(due),
            fee_due=Money.pence(fee_due),
            percent=added,
        )
    if fee_due:
        reasons.add(
            "receipt_paying_fee",
            cite(FROM_ANY_PAYMENT),
            Money.pence(fee),
            due=Money.pence(due),
            percent=added,
            fee_due=Money.pence(fee_due),
        )
    if arrears_due:
        reasons.add(
            "receipt_arrears", cite(ATTRIBUTION), Money.pence(sum(found.arrears)), open=Money.pence(arrears_due)
        )
    if receipt.enforcement_fees_due:
        reasons.add(
            "receipt_enforcement_fees",
            cite(ENFORCEMENT),
            Money.pence(found.enforcement_fees),
            open=receipt.enforcement_fees_due,
        )
    for parent, one, other, kept in zip(
        receipt.receiving_parents, found.maintenance, found.arrears, found.receiving_fee, strict=True
    ):
        if many:
            reasons.add(
                "receipt_pro_rata",
                cite(ATTRIBUTION),
                Money.pence(one + other),
                receiving_parent=parent.ref,
                maintenance=Money.pence(one),
                arrears=Money.pence(other),
            )
        if taken:
            reasons.add(
                "receipt_receiving_fee",
                cite(RECEIVING),
                Money.pence(kept),
                receiving_parent=parent.ref,
                percent=taken,
                collected=Money.pence(one + other),
            )
    if found.credit:
        reasons.add("receipt_credit", cite(ATTRIBUTION), Money.pence(found.credit))


RECEIVING = Citation(gb="SI 2014/612 reg 7(3)", ni="SR 2014/182 reg 3(3)")


def whole_pence(field: str, value: object) -> None:
    """Refuse what is not an amount of nought or more in whole pence, naming the field."""
    if not isinstance(value, Money):
        raise BadFact(field, "must be an amount of money")
    if value < ZERO:
        raise BadFact(field, "must not be less than nought")
    if not value.is_whole_pence:
        raise BadFact(field, "must be in whole pence")


def _by_ref(refs: list[str], pence: list[int]) -> dict[str, Money]:
    return {ref: Money.pence(amount) for ref, amount in zip(refs, pence, strict=True)}


def _texts(amounts: Mapping[str, Money]) -> dict[str, str]:
    return {ref: str(amount) for ref, amount in amounts.items()}
