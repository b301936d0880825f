"""What happens to decisions with time alone: the annual review."""

import datetime as dt

from django.db import transaction
from procrastinate.contrib.django import app

from childmaintenance.calculation import queries
from childmaintenance.calculation.actions import ask_for_income
from childmaintenance.cases import actions as cases
from childmaintenance.cases import queries as case_queries
from childmaintenance.cases.terms import Status, TaskKind
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor

# The tax authority's figure may be asked for at most 30 days before the review date (SI 2012/2677 reg 35(2)).
ASKED_BEFORE = dt.timedelta(days=30)


def start_of_day(on: dt.date) -> None:
    """Ask for fresh income and put the review on the work list, once for each review date."""
    by = Actor.system("annual review")
    for decision in queries.due_for_review(on + ASKED_BEFORE):
        occasion = f"review:{decision.reference}:{decision.review_on.isoformat()}"
        if queries.was_asked(occasion):
            continue  # and so the review is on the work list: both are one transaction
        open_cases = [case for case in decision.weekly if case_queries.case(case).status == Status.IN_PAYMENT]
        if not open_cases:
            continue
        with transaction.atomic():
            ask_for_income(paying_parent=decision.paying_parent, key=occasion, by=by)
            cases.open_task(
                kind=TaskKind.REVIEW,
                case=open_cases[0],
                about=decision.reference,
                reason={"review_on": decision.review_on.isoformat()},
                due_on=decision.review_on,
                key=occasion,
                by=by,
            )


@app.periodic(cron="20 4 * * *")
@app.task(name="calculation.start_of_day", queue="days", queueing_lock="calculation.start_of_day")
def every_morning(timestamp: int) -> None:
    """Once a day, early; run late or twice it does what is left to do."""
    start_of_day(clock.today())
