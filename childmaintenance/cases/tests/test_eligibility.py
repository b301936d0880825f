"""Who may apply, and why not."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from childmaintenance.cases.actions.application import FACT_IN_DOUBT
from childmaintenance.cases.eligibility import (
    PROVISIONS,
    Asked,
    ChildAsked,
    CourtOrder,
    Lives,
    Why,
    WorksAbroadFor,
    age,
    asks_about_education,
    eligible,
)

TODAY = dt.date(2026, 5, 1)
DAYS = some.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31))


def asked(**changes: object) -> Asked:
    """A family for whom nothing stands in the way."""
    usual = {
        "live_together": False,
        "child_lives": Lives.IN_THE_UK,
        "receiving_parent_lives": Lives.IN_THE_UK,
        "paying_parent_lives": Lives.IN_THE_UK,
        "children": [ChildAsked(date_of_birth=dt.date(2016, 6, 1))],
    }
    return Asked(**(usual | changes))


def test_nothing_stands_in_the_way_of_an_ordinary_family():
    answer = eligible(asked(), on=TODAY)
    assert answer.may_apply
    assert answer.reasons == ()


def test_nothing_asked_yet_is_no_reason_against():
    assert eligible(Asked(), on=TODAY).reasons == ()


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"live_together": True}, Why.PARENTS_LIVE_TOGETHER),
        ({"child_lives": Lives.ABROAD}, Why.CHILD_LIVES_ABROAD),
        ({"receiving_parent_lives": Lives.ABROAD}, Why.RECEIVING_PARENT_LIVES_ABROAD),
        (
            {"paying_parent_lives": Lives.ABROAD, "works_abroad_for": WorksAbroadFor.NOBODY_OF_THESE},
            Why.PAYING_PARENT_LIVES_ABROAD,
        ),
        ({"court_order": CourtOrder(made_on=dt.date(2026, 1, 10))}, Why.COURT_ORDER_TOO_NEW),
        ({"children": [ChildAsked(date_of_birth=dt.date(2006, 5, 1), in_education=True)]}, Why.CHILD_TOO_OLD),
        ({"children": [ChildAsked(date_of_birth=dt.date(2009, 5, 1), in_education=False)]}, Why.CHILD_NOT_IN_EDUCATION),
    ],
)
def test_a_stop_ends_the_application_and_says_why(changes, why):
    answer = eligible(asked(**changes), on=TODAY)
    assert not answer.may_apply
    assert [reason.why for reason in answer.stops] == [why]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"child_lives": Lives.NOT_KNOWN}, Why.CHILD_LIVES_ABROAD),
        ({"paying_parent_lives": Lives.NOT_KNOWN}, Why.PAYING_PARENT_LIVES_ABROAD),
        (
            {"paying_parent_lives": Lives.ABROAD, "works_abroad_for": WorksAbroadFor.NOT_KNOWN},
            Why.PAYING_PARENT_LIVES_ABROAD,
        ),
        ({"court_order": CourtOrder(made_on=dt.date(2003, 3, 15))}, Why.COURT_ORDER_OLD),
        ({"court_order": CourtOrder()}, Why.COURT_ORDER_DATE_NOT_KNOWN),
        ({"children": [ChildAsked(date_of_birth=dt.date(2009, 5, 1))]}, Why.CHILD_NOT_IN_EDUCATION),
    ],
)
def test_a_doubt_goes_on_to_a_person_and_stops_nobody(changes, why):
    answer = eligible(asked(**changes), on=TODAY)
    assert answer.may_apply
    assert [reason.why for reason in answer.doubts] == [why]


@pytest.mark.parametrize(
    "employer",
    [one for one in WorksAbroadFor if one not in {WorksAbroadFor.NOBODY_OF_THESE, WorksAbroadFor.NOT_KNOWN}],
)
def test_a_paying_parent_posted_abroad_counts_as_living_here(employer):
    answer = eligible(asked(paying_parent_lives=Lives.ABROAD, works_abroad_for=employer), on=TODAY)
    assert answer.reasons == ()


def test_a_court_order_stands_in_the_way_for_one_year_and_says_until_when():
    order = CourtOrder(made_on=dt.date(2025, 5, 2))
    before = eligible(asked(court_order=order), on=dt.date(2026, 5, 1))
    assert [reason.from_day for reason in before.stops] == [dt.date(2026, 5, 2)]
    assert eligible(asked(court_order=order), on=dt.date(2026, 5, 2)).reasons == ()


def test_an_order_of_a_leap_day_rests_until_the_first_of_march():
    order = CourtOrder(made_on=dt.date(2024, 2, 29))
    assert not eligible(asked(court_order=order), on=dt.date(2025, 2, 28)).may_apply
    assert eligible(asked(court_order=order), on=dt.date(2025, 3, 1)).may_apply


def test_every_reason_names_the_child_it_is_about():
    young, old = dt.date(2020, 1, 1), dt.date(2000, 1, 1)
    answer = eligible(asked(children=[ChildAsked(date_of_birth=young), ChildAsked(date_of_birth=old)]), on=TODAY)
    assert [(reason.why, reason.child) for reason in answer.reasons] == [(Why.CHILD_TOO_OLD, 1)]


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (dt.date(2010, 5, 2), dt.date(2026, 5, 1), 15),
        (dt.date(2010, 5, 1), dt.date(2026, 5, 1), 16),
        (dt.date(2008, 2, 29), dt.date(2024, 2, 29), 16),
        (dt.date(2008, 2, 29), dt.date(2026, 2, 28), 17),
        (dt.date(2008, 2, 29), dt.date(2026, 3, 1), 18),
    ],
)
def test_years_turn_on_the_birthday(born, on, years):
    assert age(born, on) == years


@given(born=DAYS, on=DAYS)
def test_education_is_asked_about_exactly_where_it_matters(born, on):
    """Where we do not ask, the answer could not have changed anything; where we ask, it does."""
    if born > on:
        return
    answers = {
        told: eligible(asked(children=[ChildAsked(date_of_birth=born, in_education=told)]), on=on).may_apply
        for told in (True, False)
    }
    assert (answers[True] != answers[False]) == asks_about_education(born, on)


@given(
    lives=some.tuples(*[some.sampled_from(Lives)] * 3),
    works=some.sampled_from(WorksAbroadFor),
    order=some.one_of(some.none(), some.builds(CourtOrder, made_on=some.one_of(some.none(), DAYS))),
    together=some.booleans(),
    born=DAYS,
    in_education=some.one_of(some.none(), some.booleans()),
)
def test_whatever_is_not_a_stop_can_be_settled_by_a_person(lives, works, order, together, born, in_education):
    answer = eligible(
        Asked(
            live_together=together,
            child_lives=lives[0],
            receiving_parent_lives=lives[1],
            paying_parent_lives=lives[2],
            works_abroad_for=works,
            court_order=order,
            children=[ChildAsked(date_of_birth=born, in_education=in_education)],
        ),
        on=TODAY,
    )
    assert answer.may_apply == (not any(reason.stops for reason in answer.reasons))
    assert all(doubt.why in FACT_IN_DOUBT for doubt in answer.doubts)


def test_every_reason_has_its_provision_in_both_territories():
    assert set(PROVISIONS) == set(Why)
    assert all(citation.gb and citation.ni for citation in PROVISIONS.values())
