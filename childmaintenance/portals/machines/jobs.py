"""The jobs of this room. Thin: each calls one function."""

from __future__ import annotations

from procrastinate import BaseRetryStrategy, JobContext, RetryDecision
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from .bank import exchange
from .hmrc import asking
from .hmrc.words import HmrcTrouble


class AskAgain(BaseRetryStrategy):
    """Wait a little longer before each further try, or as long as HMRC says; what is not HMRC's doing has four tries."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """When to try again, or never."""
        waits = asking.connection().waits
        if isinstance(exception, HmrcTrouble):
            if job.attempts >= len(waits):
                return None
            wait = waits[job.attempts]
            return RetryDecision(retry_in={"seconds": max(wait, exception.wait or 0) if wait else 0})
        return RetryDecision(retry_in={"seconds": 30}) if job.attempts < 4 else None


@app.task(name="machines.hmrc.ask", queue="outside", retry=AskAgain(), pass_context=True)
def ask_hmrc(context: JobContext, question: str) -> None:
    """Put one question of calculation to HMRC."""
    asking.ask(question=question, tries_before=context.job.attempts)


@app.periodic(cron="* * * * *")
@app.task(name="machines.bank.exchange", queue="outside", retry=12, lock="bank-exchange")
def exchange_with_the_bank(timestamp: int | None = None) -> None:
    """Take in what the bank has sent and hand over what was released: each minute, and as soon as something is released."""
    exchange.hand_over_payouts()
    exchange.take_in_statements()
