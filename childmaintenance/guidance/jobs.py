"""The jobs of this room. Thin: each calls one function."""

from django.conf import settings
from procrastinate.contrib.django import app

from childmaintenance.guidance.links.keeping import ask_those_due
from childmaintenance.guidance.suggestions import forget_suggestions


@app.periodic(cron="23 4 * * *")
@app.task(name="guidance.forget_suggestions", queue="housekeeping", queueing_lock="guidance.forget_suggestions")
def forget(timestamp: int) -> None:
    """Once a night, delete suggestions that waited too long."""
    forget_suggestions()


@app.periodic(cron="41 2 * * *")
@app.task(name="guidance.ask_links", queue="housekeeping", queueing_lock="guidance.ask_links")
def ask_links(timestamp: int) -> None:
    """Once a night, ask some of the addresses we name whether they answer; the demo and the tests leave the world alone."""
    if settings.PRODUCTION:
        ask_those_due()
