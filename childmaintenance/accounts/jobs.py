"""The jobs of this room. Thin: each calls one function."""

from procrastinate.contrib.django import app

from childmaintenance.accounts import housekeeping


@app.periodic(cron="7-57/10 * * * *")
@app.task(name="accounts.forget", queue="housekeeping", queueing_lock="accounts.forget", pass_context=False)
def forget(timestamp: int) -> None:
    """Every ten minutes, delete what signing in no longer needs."""
    housekeeping.forget()
