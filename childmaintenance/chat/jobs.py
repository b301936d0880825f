"""The jobs of this room. Thin: each calls one function."""

from procrastinate.contrib.django import app

from childmaintenance.chat.tending import forget, tend


@app.periodic(cron="* * * * *")
@app.task(name="chat.tend", queue="housekeeping", queueing_lock="chat.tend")
def every_minute(timestamp: int) -> None:
    """Every minute, see to conversations that somebody has gone away from."""
    tend()


@app.periodic(cron="9 * * * *")
@app.task(name="chat.forget", queue="housekeeping", queueing_lock="chat.forget")
def every_hour(timestamp: int) -> None:
    """Once an hour, so within one of its end, delete what has been kept long enough."""
    forget()
