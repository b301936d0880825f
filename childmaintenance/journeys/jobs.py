"""What happens to drafts with time alone."""

import datetime as dt

from procrastinate.contrib.django import app

from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys import actions


def start_of_day(on: dt.date) -> None:
    """Forget drafts whose time is over. Run twice on a day it does nothing the second time."""
    actions.forget(by=Actor.system("journeys"))


@app.periodic(cron="*/5 * * * *")
@app.task(name="journeys.forget_visitors", queue="housekeeping", queueing_lock="journeys.forget_visitors")
def forget_visitors(timestamp: int) -> None:
    """Every five minutes, delete what visitors left: it could be read no more, and now it is gone."""
    actions.forget_visitors()


@app.periodic(cron="5 4 * * *")
@app.task(name="journeys.start_of_day", queue="days", queueing_lock="journeys.start_of_day")
def every_morning(timestamp: int) -> None:
    """Once a day, early; run late or twice it does what is left to do."""
    start_of_day(clock.today())
