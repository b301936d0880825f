"""The jobs of this room. Thin: each calls one function."""

from procrastinate.contrib.django import app

from childmaintenance.statistics import housekeeping, probing


@app.periodic(cron="* * * * *")
@app.task(name="statistics.probe", queue="housekeeping", queueing_lock="statistics.probe", pass_context=False)
def probe(timestamp: int) -> None:
    """Every minute, ask every part whether it works."""
    probing.probe_all()


@app.periodic(cron="23 3 * * *")
@app.task(name="statistics.forget", queue="housekeeping", queueing_lock="statistics.forget", pass_context=False)
def forget(timestamp: int) -> None:
    """Once a night, delete and blur what has served its time."""
    housekeeping.forget()
