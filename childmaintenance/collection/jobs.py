"""The jobs of this room. Thin: each calls one act, and is safe to repeat after a crash."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from childmaintenance.collection.actions import allocate_waiting
from childmaintenance.foundation.actor import Actor

AGAIN = RetryStrategy(max_attempts=8, wait=1, exponential_wait=2)


@app.task(name="collection.allocate", queue="money", retry=AGAIN)
def allocate() -> None:
    """Allocate what waits, chunk after chunk, each its own transaction; a second worker takes other people."""
    allocate_waiting(by=Actor.system("payday"))
