"""What happens to cases with time alone."""

import datetime as dt

from procrastinate.contrib.django import app

from childmaintenance.cases import actions, first_steps, queries
from childmaintenance.cases.limits import ANSWER_DAYS
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor


def start_of_day(on: dt.date) -> None:
    """Go on with applications that nobody answered in time, and forget first steps that nobody used. Safe to repeat."""
    for case in queries.waiting_since(on - ANSWER_DAYS):
        actions.go_on_without_answer(case=case, by=Actor.system("cases"))
    first_steps.forget_old()


@app.periodic(cron="10 4 * * *")
@app.task(name="cases.start_of_day", queue="days", queueing_lock="cases.start_of_day")
def every_morning(timestamp: int) -> None:
    """Once a day, early; run late or twice it does what is left to do."""
    start_of_day(clock.today())
