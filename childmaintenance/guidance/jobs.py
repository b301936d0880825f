"""The jobs of this room. Thin: each calls one function."""

from procrastinate.contrib.django import app

from childmaintenance.guidance.suggestions import forget_suggestions


@app.periodic(cron="23 4 * * *")
@app.task(name="guidance.forget_suggestions", queue="housekeeping", queueing_lock="guidance.forget_suggestions")
def forget(timestamp: int) -> None:
    """Once a night, delete suggestions that waited too long."""
    forget_suggestions()
