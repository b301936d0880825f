"""What eligibility could not settle, equal care, and asking for the other service."""

import datetime as dt
from dataclasses import replace

import pytest

from childmaintenance.cases import queries
from childmaintenance.cases.actions import ask_for_service, choose_service, close_case
from childmaintenance.cases.eligibility import CourtOrder, Lives, Reason, Why, WorksAbroadFor
from childmaintenance.cases.terms import (
    CannotDoThat,
    CircumstancesTold,
    FactKind,
    NotYours,
    ResidenceTold,
    Service,
    TaskKind,
)
from childmaintenance.cases.tests.families import CHILDREN, given_catrin_has_applied
from childmaintenance.foundation.actor import Actor

pytestmark = pytest.mark.django_db
STAFF = Actor("staff", "U-staff", "Rhian")


def wishes(case: str, key: str, service: Service = Service.DIRECT_PAY, party: str = "") -> bool:
    record = queries.case(case)
    return ask_for_service(case=case, party=party or record.paying_parent, service=service, key=key, by=STAFF)


def test_each_doubt_is_one_task_with_its_reason():
    doubts = (
        Reason(why=Why.COURT_ORDER_OLD, stops=False),
        Reason(why=Why.CHILD_NOT_IN_EDUCATION, stops=False, child=1),
    )
    case, _ = given_catrin_has_applied(court_order=CourtOrder(made_on=dt.date(2001, 2, 3)), doubts=doubts)
    tasks = {task.about: task.reason["why"] for task in queries.work_list(kinds=[TaskKind.SETTLE_FACT], case=case)}
    macsen = queries.case(case).children[1].reference
    assert tasks == {"court_order:": "court_order_old", f"education:{macsen}": "child_not_in_education"}


def test_what_bears_on_eligibility_is_kept_as_said():
    home = ResidenceTold(
        child=Lives.IN_THE_UK,
        receiving_parent=Lives.IN_THE_UK,
        paying_parent=Lives.ABROAD,
        works_abroad_for=WorksAbroadFor.ARMED_FORCES,
    )
    elin, macsen = CHILDREN
    case, _ = given_catrin_has_applied(
        residence=home,
        court_order=CourtOrder(),
        circumstances=CircumstancesTold(employer="Aberwen Quarries"),
        children=(replace(elin, in_education=True), replace(macsen, equal_care=True)),
    )
    values = {fact.kind: fact.value for fact in queries.facts(case)}
    assert values[FactKind.RESIDENCE]["homes"]["works_abroad_for"] == "armed_forces"
    assert values[FactKind.COURT_ORDER] == {"made_on": ""}
    assert values[FactKind.EMPLOYER] == {"name": "Aberwen Quarries"}
    assert values[FactKind.EDUCATION] == {"approved": True}
    assert values[FactKind.EQUAL_CARE] == {"equal": True}


def test_both_wishing_the_same_is_followed_and_one_alone_waits_for_a_person():
    case, _ = given_catrin_has_applied()  # Catrin wishes Collect and Pay
    assert not wishes(case, "r1", Service.DIRECT_PAY)
    [task] = queries.work_list(kinds=[TaskKind.CHOOSE_SERVICE], case=case)
    assert task.reason == {"wished": "direct_pay", "by": "P"}
    assert queries.case(case).service is None
    assert wishes(case, "r2", Service.COLLECT_AND_PAY)
    assert queries.case(case).service == Service.COLLECT_AND_PAY


def test_a_wish_sent_twice_is_one_wish_and_one_task():
    case, _ = given_catrin_has_applied()
    choose_service(case=case, service=Service.COLLECT_AND_PAY, because="as wished", by=STAFF)
    for _again in range(3):
        assert not wishes(case, "r1")
    said = next(fact for fact in queries.facts(case) if fact.kind == FactKind.SERVICE).said
    assert [one.value["service"] for one in said] == ["collect_and_pay", "direct_pay"]
    assert queries.open_task_count(kinds=[TaskKind.CHOOSE_SERVICE], case=case) == 1


def test_only_a_parent_of_an_open_case_may_wish():
    case, _ = given_catrin_has_applied()
    other, _ = given_catrin_has_applied(key="draft-2")
    with pytest.raises(NotYours):
        wishes(case, "r1", party=queries.case(other).receiving_parent)
    with pytest.raises(NotYours):
        ask_for_service(case="C-0", party="P-0", service=Service.DIRECT_PAY, key="r1", by=STAFF)
    close_case(case=case, because="no children left", by=STAFF)
    with pytest.raises(CannotDoThat):
        wishes(case, "r2")
