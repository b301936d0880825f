"""What the tests of this room post: small journals between a few accounts."""

import datetime as dt

from childmaintenance.foundation.actor import Actor
from childmaintenance.ledger import actions
from childmaintenance.ledger.terms import AccountKind, JournalId, JournalKind, entry

CLERK = Actor.system("test")
MONDAY = dt.date(2026, 3, 2)


def received(
    key: str, pence: int = 120_00, payer: str = "P-1", on: dt.date = MONDAY, because: str = "B-1.1"
) -> JournalId:
    """Money from a paying parent arrives at the bank."""
    return actions.post(
        kind=JournalKind.RECEIPT,
        on=on,
        key=key,
        because=because,
        debit=[entry(AccountKind.BANK, "", pence)],
        credit=[entry(AccountKind.HELD_FOR, payer, pence)],
        by=CLERK,
    )
