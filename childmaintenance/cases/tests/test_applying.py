"""From an application to a case that can be decided."""

import datetime as dt

import pytest

from childmaintenance.cases import queries
from childmaintenance.cases.access import case_for
from childmaintenance.cases.actions import (
    answer_application,
    choose_service,
    close_case,
    give_notice,
    open_task,
    record_finding,
    submit_application,
)
from childmaintenance.cases.jobs import start_of_day
from childmaintenance.cases.terms import (
    AnswerTold,
    CannotDoThat,
    ChildTold,
    CircumstancesTold,
    FactKind,
    NotYours,
    PayChoice,
    Service,
    Side,
    Standing,
    Status,
    TaskKind,
)
from childmaintenance.cases.tests.families import CATRIN, GARETH, application, given_catrin_has_applied, somebody
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.parties import actions as parties
from childmaintenance.parties import queries as people

pytestmark = pytest.mark.django_db
CASEWORKER = Actor("staff", "U-staff", "Rhian")


def answer(case: str, nights: int = 52, **changes: object) -> AnswerTold:
    children = tuple(
        ChildTold(reference=child.reference, nights=nights, parentage_accepted=True)
        for child in queries.case(case).children
    )
    told = {"key": f"answer-{case}", "children": children, "service": Service.COLLECT_AND_PAY}
    return AnswerTold(**{**told, **changes})


def gareth_answers(case: str, **changes: object) -> None:
    gareth = queries.case(case).paying_parent
    answer_application(case=case, party=gareth, told=answer(case, **changes), by=Actor("person", gareth, "Gareth"))


def fact(case: str, kind: FactKind):
    return next(one for one in queries.facts(case) if one.kind == kind)


def test_catrin_applies_and_a_case_waits_for_gareth():
    case, catrin = given_catrin_has_applied()
    record = queries.case(case)
    assert record.status == Status.WAITING_FOR_ANSWER
    assert [child.first_name for child in record.children] == ["Elin", "Macsen"]
    assert people.party(record.receiving_parent).account == catrin.reference
    assert people.party(record.paying_parent).full_name == "Gareth Owen Pryce"
    assert people.bank_account(record.receiving_parent).sort_code == "000009"


def test_the_same_application_sent_twice_is_one_case():
    case, catrin = given_catrin_has_applied()
    assert submit_application(told=application(), account=catrin.reference, by=catrin) == case


def test_nobody_applies_against_themselves_or_for_no_children():
    catrin = somebody("Catrin")
    with pytest.raises(ValueError, match="somebody else"):
        them_alone = application(applicant=GARETH, other_parent=GARETH)
        submit_application(told=them_alone, account=catrin.reference, by=catrin)
    with pytest.raises(ValueError, match="at least one child"):
        submit_application(told=application(children=()), account=catrin.reference, by=catrin)


def test_two_receiving_parents_reach_the_same_paying_parent():
    first, _ = given_catrin_has_applied("one")
    second, _ = given_catrin_has_applied("two")
    assert queries.case(first).paying_parent == queries.case(second).paying_parent
    assert [case.reference for case in queries.cases_against(queries.case(first).paying_parent)] == [first, second]


def test_gareth_agrees_and_everything_stands():
    case, _ = given_catrin_has_applied()
    gareth_answers(case, pay=PayChoice(frequency="M", day=28))
    assert queries.case(case).status == Status.ANSWERED
    assert queries.case(case).service == Service.COLLECT_AND_PAY
    assert fact(case, FactKind.NIGHTS).standing == Standing.AGREED
    assert queries.pay_choice(case) == PayChoice(frequency="M", day=28)


def test_gareth_counts_more_nights_and_a_caseworker_finds_which():
    case, _ = given_catrin_has_applied()
    gareth_answers(case, nights=180)
    disputed = fact(case, FactKind.NIGHTS)
    assert disputed.standing == Standing.DISPUTED
    record_finding(
        case=case,
        kind=FactKind.NIGHTS,
        child=disputed.child,
        value={"nights": 104},
        because="both calendars, from January to June",
        by=CASEWORKER,
    )
    assert fact(case, FactKind.NIGHTS).standing == Standing.FOUND


def test_a_finding_needs_a_reason_and_a_child_of_the_case():
    case, _ = given_catrin_has_applied()
    nights = {"case": case, "kind": FactKind.NIGHTS, "value": {"nights": 1}, "by": CASEWORKER}
    with pytest.raises(CannotDoThat):
        record_finding(**nights, child=queries.case(case).children[0].reference, because="  ")
    with pytest.raises(CannotDoThat):
        record_finding(**nights, child="K-0000-0000-0", because="a guess")


def test_the_same_answer_twice_is_one_and_another_is_refused():
    case, _ = given_catrin_has_applied()
    gareth_answers(case)
    gareth_answers(case)
    with pytest.raises(CannotDoThat):
        gareth_answers(case, key="another", nights=100)


def test_only_the_other_parent_answers_and_only_about_their_children():
    case, _ = given_catrin_has_applied()
    stranger, _ = given_catrin_has_applied("two", other_parent=CATRIN, applicant=GARETH)
    record = queries.case(case)
    with pytest.raises(NotYours):
        answer_application(case=case, party=record.receiving_parent, told=answer(case), by=CASEWORKER)
    with pytest.raises(NotYours):
        gareth_answers(case, children=answer(stranger).children)
    with pytest.raises(NotYours):
        answer_application(case="C-0000-0000-0", party=record.paying_parent, told=answer(case), by=CASEWORKER)


def test_wishes_that_differ_wait_for_a_person():
    case, _ = given_catrin_has_applied()
    gareth_answers(case, service=Service.DIRECT_PAY)
    assert queries.case(case).service is None
    assert [task.kind for task in queries.work_list(case=case)] == [TaskKind.CHOOSE_SERVICE]
    choose_service(case=case, service=Service.COLLECT_AND_PAY, because="she is not safe", by=CASEWORKER)
    assert queries.case(case).service == Service.COLLECT_AND_PAY


def test_silence_goes_on_after_two_weeks_and_not_before():
    case, _ = given_catrin_has_applied()
    give_notice(case=case, by=CASEWORKER)
    told_on = clock.today()
    start_of_day(told_on + dt.timedelta(days=13))
    assert queries.case(case).status == Status.WAITING_FOR_ANSWER
    start_of_day(told_on + dt.timedelta(days=14))
    start_of_day(told_on + dt.timedelta(days=14))
    assert queries.case(case).status == Status.ANSWERED
    assert [entry.kind for entry in queries.timeline(case, "R")].count("no_answer") == 1
    gareth_answers(case)
    assert fact(case, FactKind.NIGHTS).standing == Standing.AGREED


def test_notice_is_given_once_and_at_least_two_days_ahead():
    case, _ = given_catrin_has_applied()
    stated = give_notice(case=case, by=CASEWORKER)
    assert stated >= clock.today() + dt.timedelta(days=2)
    with clock.travel(clock.today() + dt.timedelta(days=9)):
        assert give_notice(case=case, by=CASEWORKER) == stated


def test_what_catrin_said_about_her_safety_is_in_nothing_that_gareth_reads():
    case, _ = given_catrin_has_applied()
    gareth_answers(case)
    for viewer in Side:
        told = repr(queries.timeline(case, viewer)) + repr(queries.case(case)) + repr(queries.facts(case))
        assert "Felin" not in told
        assert "risk" not in told
    assert queries.safety(case)[Side.RECEIVING].details == "He must not learn about Heol y Felin"


def test_a_case_opens_for_its_two_parents_only():
    case, _ = given_catrin_has_applied()
    record = queries.case(case)
    stranger = parties.register(told=CATRIN, by=CASEWORKER)
    assert case_for(record.receiving_parent, case) == case_for(record.paying_parent, case) == record
    for who, what in [(stranger, case), (record.paying_parent, "C-0000-0000-0")]:
        with pytest.raises(NotYours):
            case_for(who, what)


def test_the_same_reason_opens_one_task_however_often_it_is_noticed():
    case, _ = given_catrin_has_applied()
    opened = {open_task(kind=TaskKind.MISSED_PAYMENT, case=case, key="missed:1", by=CASEWORKER) for _ in range(3)}
    assert len(opened) == 1
    assert queries.open_task_count(case=case) == 1


def test_a_closed_case_stays_closed():
    case, _ = given_catrin_has_applied()
    close_case(case=case, because="she asked us to stop", by=CASEWORKER)
    with pytest.raises(CannotDoThat):
        gareth_answers(case)


def test_circumstances_are_kept_with_who_said_them():
    case, _ = given_catrin_has_applied()
    gareth_answers(case, circumstances=CircumstancesTold(other_children=2, benefit="none"))
    said = fact(case, FactKind.OTHER_CHILDREN)
    assert (said.standing, said.source, said.value) == (Standing.STATED, "paying_parent", {"count": 2})
