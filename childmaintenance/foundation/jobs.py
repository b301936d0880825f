"""The job that follows one event of the outbox."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from childmaintenance.foundation import outbox
from childmaintenance.foundation.logs import log

AGAIN = RetryStrategy(max_attempts=12, wait=1, exponential_wait=2)  # 3, 5, 9 ... seconds: some two hours in all


@app.task(name="foundation.follow", queue="events", retry=AGAIN)
def follow(event: int) -> None:
    """Do what follows from an event, once."""
    try:
        outbox.follow(event)
    except Exception:
        log.warning("an event could not be followed, and will be tried again", job=event, exc_info=True)
        raise
