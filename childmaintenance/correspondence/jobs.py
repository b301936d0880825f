"""The jobs of this room. Thin: each calls one function."""

from procrastinate.contrib.django import app

from childmaintenance.correspondence.copies import forget_copies
from childmaintenance.correspondence.leaflet_orders import forget_orders
from childmaintenance.correspondence.reminders import send_reminders
from childmaintenance.foundation import clock


@app.periodic(cron="41 * * * *")
@app.task(name="correspondence.forget_copies", queue="housekeeping", queueing_lock="correspondence.forget_copies")
def forget(timestamp: int) -> None:
    """Once an hour, delete copies that could not be sent, and orders of leaflets that are over."""
    forget_copies()
    forget_orders()


@app.periodic(cron="10 7 * * *")
@app.task(name="correspondence.reminders", queue="days", queueing_lock="correspondence.reminders")
def every_morning(timestamp: int) -> None:
    """Once a day, in the morning; run late or twice it does what is left to do."""
    send_reminders(clock.today())
