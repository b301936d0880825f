"""Puts a question of `calculation` to HMRC, and gives back an income, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache

from django.conf import settings

from childmaintenance.calculation import actions as calculation
from childmaintenance.calculation import queries as calculation_queries
from childmaintenance.calculation.terms import IncomeTold
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.parties import queries as parties

from .client import HmrcClient
from .words import HmrcHasNothing, HmrcTrouble, IncomeReport, Person

BY = Actor.system("machines.hmrc.ask")

WHY = {
    "person-not-matched": "HMRC knows nobody with this name, date of birth and National Insurance number.",
    "details-missing": "HMRC was not asked: the date of birth or the National Insurance number is missing.",
    "no-answer-in-time": "HMRC did not answer in time.",
    "not-reached": "HMRC could not be reached.",
    "out-of-order": "HMRC said that its service was out of order.",
    "too-many-questions": "HMRC said that it was asked too often.",
    "no-token": "HMRC did not let us in.",
    "we-are-not-let-in": "HMRC did not let us in.",
    "another-person": "HMRC answered about another person.",
    "year-outside-the-six": "HMRC answered for a tax year that does not count.",
    "answers-disagree": "HMRC gave two answers that disagree.",
}
NOT_BELIEVED = "HMRC's answer could not be believed."


@dataclass(frozen=True)
class Connection:
    """Where HMRC is, how long one question may take, and the seconds to wait before each further try."""

    url: str
    client_id: str
    client_secret: str
    timeout: float
    waits: tuple[int, ...]

    @property
    def tries(self) -> int:
        """How often a question is put before a person has to find the income."""
        return len(self.waits) + 1


_other: Connection | None = None


def connection() -> Connection:
    """The connection in use: the one from the settings, or the one a test or the town is connected to."""
    return _other or Connection(
        url=settings.HMRC_URL,
        client_id=settings.HMRC_CLIENT_ID,
        client_secret=settings.HMRC_CLIENT_SECRET,
        timeout=settings.HMRC_TIMEOUT_SECONDS,
        waits=tuple(settings.HMRC_WAITS),
    )


@contextmanager
def connected_to(url: str, **changes: object) -> Iterator[None]:
    """Speak inside to another HMRC, for example a stand-in on a free port, in every thread of this process."""
    global _other
    before = _other
    _other = replace(connection(), url=url, **changes)  # type: ignore[arg-type]
    try:
        yield
    finally:
        _other = before


@cache
def _client(to: Connection) -> HmrcClient:
    return HmrcClient(url=to.url, client_id=to.client_id, client_secret=to.client_secret, timeout=to.timeout)


def ask(*, question: str, tries_before: int = 0) -> None:
    """Ask HMRC once and give what it says to `calculation`; a question that has ended is not asked again.

    Raises HmrcTrouble when asking again may help; after the last try a person is asked to find the income instead.
    """
    asked = calculation_queries.income_question(question)
    if asked.outcome is not None:
        return
    identity = parties.identity(asked.paying_parent)
    if identity.date_of_birth is None or not identity.nino:
        calculation.income_not_available(question=question, because=WHY["details-missing"], by=BY)
        return
    person = Person("".join(identity.nino.split()).upper(), identity.full_name, identity.date_of_birth)
    to = connection()
    try:
        report = _client(to).latest_income(person, requested_on=clock.today())
    except HmrcHasNothing as nothing:
        if nothing.code == "no-income-held":
            calculation.receive_income(question=question, told=None, by=BY)
        else:
            calculation.income_not_available(question=question, because=WHY[nothing.code], by=BY)
        return
    except HmrcTrouble as trouble:
        if tries_before + 1 < to.tries:
            raise
        because = f"{WHY.get(trouble.code, NOT_BELIEVED)} Asked {to.tries} times."
        calculation.income_not_available(question=question, because=because, by=BY)
        return
    calculation.receive_income(question=question, told=told(report), by=BY)


def told(report: IncomeReport) -> IncomeTold:
    """What counts of a report: self-assessment where there is one, else PAYE (SI 2012/2677 reg 36; NI SR 2012/427 reg 35)."""
    part, source = (report.self_assessment, "SA") if report.self_assessment else (report.paye, "PAYE")
    if part is None:
        raise ValueError("a report has at least one part")
    return IncomeTold(
        tax_year=report.tax_year,
        source=source,
        employment=part.employment,
        pensions=part.private_pensions,
        trading=part.trading_profits,
        taxable_benefits=sum(part.taxable_benefits.values()),
        correlation=report.correlation,
    )
