"""The jobs of this room. Thin: each calls one function."""

from procrastinate.contrib.django import app

from childmaintenance.privacy import consents, seeing


@app.periodic(cron="37 3 * * *")
@app.task(name="privacy.forget", queue="housekeeping", queueing_lock="privacy.forget")
def forget(timestamp: int) -> None:
    """Once a night, erase what people said and saw whose day has come."""
    consents.forget()
    seeing.forget()
