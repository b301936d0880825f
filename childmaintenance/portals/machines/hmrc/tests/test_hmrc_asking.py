"""From a question of `calculation` to an income, or to a person who has to find it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

import pytest

from childmaintenance.calculation import actions as calculation
from childmaintenance.calculation import queries
from childmaintenance.calculation.terms import IncomeOutcome
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.parties import actions as parties
from childmaintenance.parties.terms import PersonTold
from childmaintenance.portals.machines import jobs
from childmaintenance.portals.machines.hmrc import asking
from childmaintenance.portals.machines.hmrc.stand_in import StandIn
from childmaintenance.portals.machines.hmrc.words import HmrcSilent, HmrcTrouble, HmrcWrong

from .conftest import ON

pytestmark = pytest.mark.django_db
BY = Actor.system("story")


@pytest.fixture(autouse=True)
def in_may(hmrc: StandIn) -> Iterator[None]:
    """The service lives in May 2026 and is connected to the stand-in, with two waits between three tries."""
    with clock.travel(ON), asking.connected_to(hmrc.url, client_secret=hmrc.client_secret, timeout=0.5, waits=(0, 0)):
        yield


def question_about(nino: str, name: str, born: date | None) -> str:
    paying_parent = parties.register(told=PersonTold(full_name=name, nino=nino, date_of_birth=born), by=BY)
    return calculation.ask_for_income(paying_parent=paying_parent, key=f"test:{nino}", by=BY)


def about_gareth() -> str:
    return question_about("QQ123456A", "Gareth Bevan-Tremlow", date(1985, 3, 2))


def test_the_income_arrives_with_its_source_and_its_correlation(hmrc: StandIn) -> None:
    question = about_gareth()
    asking.ask(question=question)
    told = queries.income_question(question).told
    assert told is not None
    assert (told.tax_year, told.source, told.total) == ("2025-26", "PAYE", 26_593_60)
    assert told.correlation == hmrc.asked[0]["correlation"]


def test_self_assessment_counts_where_both_exist() -> None:
    question = question_about("QQ222222B", "Oluwaseun Adeyemi-Quill", date(1990, 11, 30))
    asking.ask(question=question)
    told = queries.income_question(question).told
    assert told is not None
    assert (told.source, told.employment, told.trading, told.total) == ("SA", 4_000_00, 31_500_00, 35_500_00)


def test_asked_twice_hmrc_is_asked_once(hmrc: StandIn) -> None:
    question = about_gareth()
    asking.ask(question=question)
    asking.ask(question=question)
    assert len(hmrc.asked) == 1


def test_no_figure_in_six_years_is_an_answer() -> None:
    question = question_about("QQ333333C", "Morag Lochbrae", date(1979, 1, 9))
    asking.ask(question=question)
    assert queries.income_question(question).outcome == IncomeOutcome.NOT_FOUND


@pytest.mark.parametrize(("nino", "born"), [("", date(1985, 3, 2)), ("QQ123456A", None)])
def test_without_number_or_birthday_hmrc_is_not_asked(hmrc: StandIn, nino: str, born: date | None) -> None:
    question = question_about(nino, "Gareth Bevan-Tremlow", born)
    asking.ask(question=question)
    assert queries.income_question(question).outcome == IncomeOutcome.NOT_AVAILABLE
    assert hmrc.asked == []


def test_somebody_hmrc_does_not_know_goes_to_a_person() -> None:
    question = question_about("QQ987654D", "Nobody Inparticular", date(1985, 3, 2))
    asking.ask(question=question)
    ended = queries.income_question(question)
    assert ended.outcome == IncomeOutcome.NOT_AVAILABLE
    assert "knows nobody" in ended.because


@pytest.mark.parametrize(("how", "kind"), [("silent", HmrcSilent), ("negative", HmrcWrong), ("too-many", HmrcSilent)])
def test_after_the_last_try_a_person_has_to_find_the_income(hmrc: StandIn, how: str, kind: type[HmrcTrouble]) -> None:
    question = about_gareth()
    hmrc.misbehave("QQ123456A", how)
    for tries_before in (0, 1):
        with pytest.raises(kind):
            asking.ask(question=question, tries_before=tries_before)
        assert queries.income_question(question).outcome is None
    asking.ask(question=question, tries_before=2)
    ended = queries.income_question(question)
    assert ended.outcome == IncomeOutcome.NOT_AVAILABLE
    assert ended.because.endswith("Asked 3 times.")


def test_a_late_good_answer_changes_nothing_after_that(hmrc: StandIn) -> None:
    question = about_gareth()
    hmrc.misbehave("QQ123456A", "silent", times=1)
    asking.ask(question=question, tries_before=2)
    asking.ask(question=question)
    assert queries.income_question(question).outcome == IncomeOutcome.NOT_AVAILABLE
    assert len(hmrc.asked) == 1


def test_each_wait_is_longer_and_what_hmrc_names_is_kept() -> None:
    def wait(attempts: int, trouble: BaseException) -> float | None:
        job = SimpleNamespace(attempts=attempts)
        decision = jobs.AskAgain().get_retry_decision(exception=trouble, job=job)  # type: ignore[arg-type]
        return decision and round((decision.retry_at - clock.wall()).total_seconds())

    with asking.connected_to("http://nowhere.invalid", waits=(30, 120)):
        assert [wait(attempts, HmrcSilent("silent")) for attempts in range(3)] == [30, 120, None]
        assert wait(0, HmrcSilent("busy", wait=45)) == 45
        assert wait(0, HmrcSilent("busy", wait=5)) == 30
        assert wait(0, OSError("our own disk")) == 30
        assert wait(4, OSError("our own disk")) is None
