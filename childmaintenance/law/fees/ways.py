"""What each way of paying costs each parent: between themselves, Direct Pay, or Collect and Pay with its two fees."""

from dataclasses import dataclass
from enum import StrEnum

from childmaintenance.law.fees.collection_fee import FIGURES, fee_on_instalment
from childmaintenance.law.provision import InForce
from childmaintenance.values import ZERO, Money


class Way(StrEnum):
    """How maintenance reaches the receiving parent."""

    FAMILY_BASED = "family_based"
    DIRECT_PAY = "direct_pay"
    COLLECT_AND_PAY = "collect_and_pay"


@dataclass(frozen=True, slots=True)
class Cost:
    """One amount of maintenance by one way: what leaves one parent and reaches the other, and the fee of each between."""

    way: Way
    pays: Money
    gets: Money
    added: Money
    taken: Money


def by_way(maintenance: Money, law: InForce) -> tuple[Cost, ...]:
    """One payment to one receiving parent by every way, in whole pence.

    Fees are charged only on what the service collects: SI 2014/612 regulation 7; in Northern Ireland SR 2014/182 regulation 3.
    Raises NoRateInForce before there was a fee.
    """
    added = fee_on_instalment(maintenance, law)
    taken = maintenance.percent(FIGURES.under(law).taken_from_receiving_parent.of).rounded()
    return (
        Cost(Way.FAMILY_BASED, maintenance, maintenance, ZERO, ZERO),
        Cost(Way.DIRECT_PAY, maintenance, maintenance, ZERO, ZERO),
        Cost(Way.COLLECT_AND_PAY, maintenance + added, maintenance - taken, added, taken),
    )
