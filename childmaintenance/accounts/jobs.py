"""The jobs of this room. Thin: each calls one function."""

from procrastinate.contrib.django import app

from childmaintenance.accounts import housekeeping


@app.periodic(cron="17 * * * *")
@app.task(name="accounts.forget", queue="housekeeping", queueing_lock="accounts.forget", pass_context=False)
def forget(timestamp: int) -> None:
    """Once an hour, delete what signing in no longer needs."""
    housekeeping.forget()
