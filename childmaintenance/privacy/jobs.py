"""The jobs of this room. Thin: each calls one function."""

from procrastinate.contrib.django import app

from childmaintenance.privacy import consents


@app.periodic(cron="37 3 * * *")
@app.task(name="privacy.forget", queue="housekeeping", queueing_lock="privacy.forget")
def forget(timestamp: int) -> None:
    """Once a night, erase what people said whose day has come."""
    consents.forget()
