"""From facts to a decision that explains itself."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction

from childmaintenance.calculation import queries
from childmaintenance.calculation.actions import (
    ask_for_income,
    consider,
    decide,
    find_income,
    income_not_available,
    receive_income,
)
from childmaintenance.calculation.jobs import start_of_day
from childmaintenance.calculation.previewing import preview
from childmaintenance.calculation.terms import DecisionKind, FactsMoved, IncomeBasis, IncomeTold, NotReady
from childmaintenance.cases import actions as cases
from childmaintenance.cases import queries as case_queries
from childmaintenance.cases.terms import CannotDoThat, FactKind, Status, TaskKind
from childmaintenance.cases.tests.families import given_catrin_has_applied
from childmaintenance.cases.tests.test_applying import CASEWORKER, gareth_answers
from childmaintenance.foundation import clock

pytestmark = pytest.mark.django_db


def income(pounds_a_year: int) -> IncomeTold:
    return IncomeTold(
        tax_year="2024-25",
        source="PAYE",
        employment=pounds_a_year * 100,
        pensions=0,
        trading=0,
        taxable_benefits=0,
        correlation="c-1",
    )


def given_an_answered_case(key: str = "draft-1", **answer: object) -> tuple[str, str]:
    """The case and its paying parent, with notice given and the tax authority asked."""
    case, _ = given_catrin_has_applied(key)
    cases.give_notice(case=case, by=CASEWORKER)
    gareth_answers(case, **answer)
    paying_parent = case_queries.case(case).paying_parent
    return case, paying_parent


def given_income(paying_parent: str, pounds_a_year: int, key: str = "first") -> str:
    question = ask_for_income(paying_parent=paying_parent, key=key, by=CASEWORKER)
    receive_income(question=question, told=income(pounds_a_year), by=CASEWORKER)
    return question


def decided(paying_parent: str, **also: object) -> str:
    return decide(paying_parent=paying_parent, token=preview(paying_parent, **also).token, by=CASEWORKER, **also)


def test_the_amount_is_what_the_schedule_says_and_says_so():
    case, gareth = given_an_answered_case()
    given_income(gareth, 26_000)
    record = queries.decision(decided(gareth))
    # 26,000 / 365 x 7 = 498.630137; x 16 % = 79.780822; one seventh off = 68.383562
    assert record.weekly == {case: 6838}
    assert record.kind == DecisionKind.INITIAL
    assert record.effective_from == case_queries.case(case).effective_from
    assert record.review_on == record.effective_from.replace(year=record.effective_from.year + 1)
    assert [reason["step"] for reason in record.reasons]
    assert all(reason["provision"] for reason in record.reasons)
    assert record.rulebook
    assert {source.name for source in record.sources} >= {"income", "nights", "benefit", "other_children"}
    assert case_queries.case(case).status == Status.IN_PAYMENT


def test_what_nobody_said_is_shown_as_an_assumption():
    _, gareth = given_an_answered_case()
    given_income(gareth, 26_000)
    assumed = {source.name for source in preview(gareth).sources if source.standing == "assumed"}
    assert assumed == {"other_children", "other_arrangement", "benefit", "nil_reason"}


def test_a_dispute_stops_the_decision_until_somebody_finds():
    case, gareth = given_an_answered_case(nights=180)
    given_income(gareth, 26_000)
    consider(case=case, by=CASEWORKER)
    assert {lack.name for lack in preview(gareth).missing} == {"nights"}
    assert {task.kind for task in case_queries.work_list(case=case)} == {TaskKind.SETTLE_FACT}
    with pytest.raises(NotReady):
        decided(gareth)
    for child in case_queries.case(case).children:
        cases.record_finding(
            case=case,
            kind=FactKind.NIGHTS,
            child=child.reference,
            value={"nights": 104},
            because="calendars",
            by=CASEWORKER,
        )
    consider(case=case, by=CASEWORKER)
    assert {task.kind for task in case_queries.work_list(case=case)} == {TaskKind.DECIDE}
    decided(gareth)
    assert case_queries.work_list(case=case) == []


def test_a_decision_made_twice_is_one():
    _, gareth = given_an_answered_case()
    given_income(gareth, 26_000)
    token = preview(gareth).token
    first = decide(paying_parent=gareth, token=token, by=CASEWORKER)
    assert decide(paying_parent=gareth, token=token, by=CASEWORKER) == first


def test_a_preview_that_has_gone_stale_is_refused():
    case, gareth = given_an_answered_case()
    given_income(gareth, 26_000)
    token = preview(gareth).token
    cases.record_finding(
        case=case, kind=FactKind.OTHER_CHILDREN, value={"count": 1}, because="child benefit", by=CASEWORKER
    )
    with pytest.raises(FactsMoved):
        decide(paying_parent=gareth, token=token, by=CASEWORKER)


def test_silence_from_the_tax_authority_asks_a_person_and_a_default_decision_is_possible():
    case, gareth = given_an_answered_case()
    question = ask_for_income(paying_parent=gareth, key="first", by=CASEWORKER)
    consider(case=case, by=CASEWORKER)
    assert case_queries.work_list(case=case) == []
    income_not_available(question=question, because="silent for three days", by=CASEWORKER)
    consider(case=case, by=CASEWORKER)
    assert [task.kind for task in case_queries.work_list(case=case)] == [TaskKind.FIND_INCOME]
    find_income(
        paying_parent=gareth, basis=IncomeBasis.DEFAULT, weekly_pence=None, because="no evidence", by=CASEWORKER
    )
    record = queries.decision(decided(gareth))
    assert (record.rate, record.total) == ("default", 5100)


def test_the_first_answer_counts_and_a_repeated_one_changes_nothing():
    _, gareth = given_an_answered_case()
    question = given_income(gareth, 26_000)
    assert receive_income(question=question, told=income(99_000), by=CASEWORKER) is False
    assert income_not_available(question=question, because="late", by=CASEWORKER) is False
    assert queries.income_question(question).told == income(26_000)


@pytest.mark.parametrize(
    ("basis", "weekly_pence", "because"),
    [
        (IncomeBasis.CURRENT, None, "payslips"),
        (IncomeBasis.CURRENT, -1, "payslips"),
        (IncomeBasis.DEFAULT, 100, "nothing"),
        (IncomeBasis.HISTORIC, 100, "the letter"),
        (IncomeBasis.ESTIMATE, 100, " "),
    ],
)
def test_a_finding_of_income_that_does_not_fit_is_refused(basis, weekly_pence, because):
    _, gareth = given_an_answered_case()
    with pytest.raises(CannotDoThat):
        find_income(paying_parent=gareth, basis=basis, weekly_pence=weekly_pence, because=because, by=CASEWORKER)


def test_a_second_receiving_parent_shares_one_liability_and_learns_nothing_of_the_first():
    first, gareth = given_an_answered_case("one")
    given_income(gareth, 26_000)
    decided(gareth)
    second, _ = given_an_answered_case("two")
    reference = decided(gareth)
    record = queries.decision(reference)
    assert record.kind == DecisionKind.FURTHER_APPLICATION
    assert set(record.weekly) == {first, second}
    assert record.builds_on == queries.decisions_of(first)[1].reference
    seen = queries.receipt(reference, second)
    assert first not in repr(seen)
    assert seen.weekly == {second: record.weekly[second]}
    assert seen.facts["children_with_other_receiving_parents"] == 2
    with pytest.raises(KeyError):
        queries.receipt(reference, "C-0000-0000-0")


def test_one_disowned_child_is_left_out_when_a_caseworker_finds_so():
    case, gareth = given_an_answered_case()
    given_income(gareth, 26_000)
    elin, _ = case_queries.case(case).children
    cases.record_finding(
        case=case,
        kind=FactKind.PARENTAGE,
        child=elin.reference,
        value={"accepted": False},
        because="test result",
        by=CASEWORKER,
    )
    assert len(preview(gareth).facts["receiving_parents"][0]["children"]) == 1


def test_a_year_later_the_review_asks_again_and_builds_on_the_decision():
    case, gareth = given_an_answered_case()
    given_income(gareth, 26_000)
    before = queries.decision(decided(gareth))
    with clock.travel(before.review_on - dt.timedelta(days=20)):
        for _ in range(2):
            start_of_day(clock.today())
        question = queries.newest_income_question(gareth)
        receive_income(question=question.reference, told=income(30_000), by=CASEWORKER)
        (task,) = case_queries.work_list(case=case)
        assert (task.kind, task.due_on) == (TaskKind.REVIEW, before.review_on)
        after = queries.decision(decided(gareth, review_on=before.review_on))
    assert (after.kind, after.builds_on) == (DecisionKind.ANNUAL_REVIEW, before.reference)
    assert after.effective_from == before.review_on
    assert after.weekly[case] > before.weekly[case]
    day_before = before.review_on - dt.timedelta(days=1)
    assert queries.decision_in_force(case, day_before).reference == before.reference
    assert queries.decision_in_force(case, before.review_on).reference == after.reference


@pytest.mark.parametrize("table", ["decision", "decisionshare", "incomeanswer", "incomefinding"])
@pytest.mark.parametrize("attack", ["UPDATE calculation_{0} SET id = id", "DELETE FROM calculation_{0}"])
def test_the_database_refuses_to_change_what_was_decided(table, attack):
    _, gareth = given_an_answered_case()
    given_income(gareth, 26_000)
    find_income(paying_parent=gareth, basis=IncomeBasis.CURRENT, weekly_pence=70_000, because="payslips", by=CASEWORKER)
    decided(gareth)
    with pytest.raises(Exception, match=r"(?i)permission denied|append-only|never"), transaction.atomic():
        connection.cursor().execute(attack.format(table))


def test_the_database_refuses_a_negative_share():
    _case, gareth = given_an_answered_case()
    given_income(gareth, 26_000)
    decided(gareth)
    with pytest.raises(IntegrityError), transaction.atomic():
        connection.cursor().execute(
            "INSERT INTO calculation_decisionshare (decision_id, case_id, weekly_pence) "
            "SELECT decision_id, case_id, -1 FROM calculation_decisionshare"
        )
