"""How a case stands for one of its parents, in as few questions as a page that everybody opens can afford."""

from childmaintenance.cases.terms import Side
from childmaintenance.collection.queries.history import arrived
from childmaintenance.collection.queries.owed import owing, sum_of
from childmaintenance.collection.queries.plans import next_of, pay_under, running_plan
from childmaintenance.collection.terms import Standing

SHOWN = 3
"""As many movements as fit on a small screen before somebody goes to the whole history."""


def standing(case: str, side: Side) -> Standing:
    """What comes next, what is owed, what was paid lately and where to pay. Where no plan runs, nothing comes next."""
    running = running_plan(case)
    rows = owing(case)
    return Standing(
        next=next_of(running, rows) if running else None,
        owed=sum_of(rows),
        lately=arrived(case, side, SHOWN),
        pay_to=pay_under(running.books.payer.payment_reference) if running else None,
    )
