"""The jobs of this room. Thin: each calls one act, and is safe to repeat after a crash."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from childmaintenance.collection.actions import allocate_waiting, start_of_day
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor

AGAIN = RetryStrategy(max_attempts=8, wait=1, exponential_wait=2)


@app.task(name="collection.allocate", queue="money", retry=AGAIN)
def allocate() -> None:
    """Allocate what waits, chunk after chunk, each its own transaction; a second worker takes other people."""
    allocate_waiting(by=Actor.system("payday"))


@app.periodic(cron="30 4 * * *")
@app.task(name="collection.start_of_day", queue="days", queueing_lock="collection.start_of_day", retry=AGAIN)
def every_morning(timestamp: int) -> None:
    """Charge what falls due, use what is held, notice what is missing. Run late or twice it does what is left to do."""
    start_of_day(on=clock.today(), by=Actor.system("start of the day"))
