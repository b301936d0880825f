"""Rates that a government has announced and no instrument has made: a scenario to lay over the law, never the law.

Government response of 23 June 2025: Direct Pay ends, 2% for the receiving parent, 2% for a paying parent who keeps to it and
20% for one who does not; expected in 2027-28, subject to Parliament.
"""

from datetime import date
from typing import Final

from childmaintenance.law.provision import Row, Scenario

ROOM: Final = "fees/collection_fee"
SOURCE: Final = (
    "https://www.gov.uk/government/consultations/child-maintenance-improving-the-collection-and-transfer-of-payments/outcome/"
    "government-response-child-maintenance-improving-the-collection-and-transfer-of-payments"
)
BY: Final = "announced on 23 June 2025, not made"


def announced_fees(keeps_to_the_plan: bool, from_day: date) -> Scenario:
    """The announced percentages from a day that the asker supposes, for one kind of paying parent."""

    def row(percent: int) -> tuple[Row, ...]:
        return (Row(starts=from_day, of=percent, by=BY, source=SOURCE),)

    rows = {
        (ROOM, "added_for_paying_parent"): row(2 if keeps_to_the_plan else 20),
        (ROOM, "taken_from_receiving_parent"): row(2),
    }
    return Scenario("announced collection fees", rows)
