"""What the database keeps of referrals, whoever asks; and what is told, by whom it may be told, and until when."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import IntegrityError, connection, transaction

from childmaintenance.cases import queries as cases
from childmaintenance.cases.actions import answer_application
from childmaintenance.cases.terms import AnswerTold, ChildTold, SafetyTold, Service, Side
from childmaintenance.cases.tests.families import CATRIN, given_catrin_has_applied
from childmaintenance.correspondence.tests.reading_pdf import letters_of, structure, without_spaces
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.language import in_language
from childmaintenance.guidance.organisations import organisation, organisations
from childmaintenance.guidance.organisations.needs import Topic
from childmaintenance.guidance.terms import Nation
from childmaintenance.parties import actions as parties
from childmaintenance.parties import queries as people
from childmaintenance.privacy import consents
from childmaintenance.privacy.terms import Method, Purpose
from childmaintenance.privacy.terms import Said as Consented
from childmaintenance.referrals import answers, passing, queries
from childmaintenance.referrals.choosing import who_can_help
from childmaintenance.referrals.models import Referral, ReferralStep
from childmaintenance.referrals.offers import offer
from childmaintenance.referrals.terms import (
    CannotDoThat,
    Item,
    Kind,
    NotForThem,
    NothingToTell,
    NotTheirs,
    Passed,
    Said,
    Standing,
)
from childmaintenance.referrals.wording import sheet_words

pytestmark = pytest.mark.django_db
RHIAN = Actor("staff", "U-staff", "Rhian")
SAFE = SafetyTold(at_risk=False, details="")
ALL_BUT_EMAIL = {Item.NAME, Item.PHONE, Item.ADDRESS, Item.LANGUAGE, Item.TOPIC}
MEDIATOR = next(one.key for one in organisations() if one.needs_both_parents)


def offered(*, safety: SafetyTold = SAFE, **changes: object) -> tuple[str, str, Actor]:
    """An offer of a debt charity to Catrin: its reference, her party and who she is."""
    case, catrin = given_catrin_has_applied(safety=safety)
    made = {
        "organisation": "stepchange",
        "topic": Topic.MONEY,
        "items": ALL_BUT_EMAIL,
        "why": "Rent is late",
        "side": Side.RECEIVING,
    }
    reference = offer(case=case, by=RHIAN, **{**made, **changes})
    return reference, cases.case(case).receiving_parent, catrin


def test_from_an_offer_to_the_sheet_and_back() -> None:
    reference, party, catrin = offered()
    assert queries.referral(reference).standing is Standing.OFFERED
    assert [one.reference for one in queries.unanswered(party)] == [reference]
    for too_early in (passing.hand_over, passing.note_told_to_forget):
        with pytest.raises(CannotDoThat):
            too_early(reference=reference, how=Passed.PHONE, by=RHIAN)
    with pytest.raises(CannotDoThat):
        passing.sheet(reference=reference, by=RHIAN)
    answers.agree(reference=reference, items={Item.NAME, Item.PHONE}, how=Said.PAGE, by=catrin)
    record = queries.referral_of(party, reference)
    assert queries.unanswered(party) == []
    assert record.standing is Standing.AGREED and record.agreed == (Item.NAME, Item.PHONE)
    assert [one.reference for one in queries.waiting()] == [reference]
    printed = letters_of(passing.sheet(reference=reference, by=RHIAN))
    passing.hand_over(reference=reference, how=Passed.PHONE, by=RHIAN)
    told = queries.referral(reference).step(Kind.HANDED_OVER)
    assert told.words == sheet_words(record)
    assert all(without_spaces(line) in printed for line in told.words), "what is kept is what was printed"
    assert "Catrin Mair Rowlands" in " ".join(told.words) and "Heol y Felin" not in " ".join(told.words)
    assert "HeolyFelin" not in printed and "Rentislate" not in printed, "nothing that she left out"
    answers.withdraw(reference=reference, how=Said.PAGE, by=catrin)
    assert queries.referral(reference).standing is Standing.TO_BE_FORGOTTEN
    with pytest.raises(CannotDoThat):
        passing.sheet(reference=reference, by=RHIAN)
    passing.note_told_to_forget(reference=reference, how=Passed.PHONE, by=RHIAN)
    assert queries.referral(reference).standing is Standing.FORGOTTEN and queries.waiting() == []


def test_who_reads_welsh_alone_sees_what_is_told_in_welsh() -> None:
    reference, _party, catrin = offered()
    with in_language("cy"):
        answers.agree(reference=reference, items={Item.NAME, Item.PHONE, Item.TOPIC}, how=Said.PAGE, by=catrin)
    record = queries.referral(reference)
    assert record.language == "cy" and "Eisiau help gyda: Arian" in sheet_words(record)
    assert structure(passing.sheet(reference=reference, by=RHIAN))[0][1] == "cy-GB"
    assert "Rydych yn gofyn i ni drosglwyddo" in record.step(Kind.AGREED).words[0]


def test_each_yes_and_each_withdrawal_is_in_the_register_of_consents() -> None:
    reference, _party, catrin = offered()
    who = consents.token_of(reference)
    yesterday = clock.today()
    with clock.travel(clock.today() + dt.timedelta(days=1)):
        answers.agree(reference=reference, items={Item.PHONE}, how=Said.PHONE, said_on=yesterday, by=RHIAN)
        answers.withdraw(reference=reference, how=Said.PAGE, by=catrin)
    assert [(one.said, one.method) for one in consents.lines_of(who)] == [
        (Consented.YES, Method.SPOKEN),
        (Consented.WITHDRAWN, Method.PAGE),
    ]
    step = queries.referral(reference).step(Kind.AGREED)
    assert (step.said_on, step.how, step.by) == (yesterday, Said.PHONE, RHIAN.reference)
    assert step.words[0] == str(consents.text(Purpose.REFERRAL)) and len(step.words) == 3


def test_a_yes_that_is_taken_back_is_never_handed_over() -> None:
    reference, _party, catrin = offered()
    answers.agree(reference=reference, items={Item.PHONE}, how=Said.PAGE, by=catrin)
    answers.withdraw(reference=reference, how=Said.PAGE, by=catrin)
    assert queries.referral(reference).standing is Standing.WITHDRAWN and queries.waiting() == []
    for late in (passing.hand_over, passing.note_told_to_forget):
        with pytest.raises(CannotDoThat):
            late(reference=reference, how=Passed.POST, by=RHIAN)


@pytest.mark.parametrize("items", [set(), {Item.NAME}, {Item.EMAIL}, {Item.NAME, Item.SAFE_CONTACT}])
def test_nobody_agrees_to_what_was_not_offered_or_cannot_be_used(items: set[Item]) -> None:
    reference, _party, catrin = offered()
    with pytest.raises(NothingToTell):
        answers.agree(reference=reference, items=items, how=Said.PAGE, by=catrin)
    assert queries.referral(reference).standing is Standing.OFFERED
    assert consents.lines_of(consents.token_of(reference)) == ()


@pytest.mark.parametrize("items", [set(), {Item.NAME, Item.TOPIC}, {Item.PHONE, Item.SAFE_CONTACT}])
def test_an_offer_tells_what_is_known_and_how_to_reach_them(items: set[Item]) -> None:
    with pytest.raises(NothingToTell):
        offered(items=items)


@pytest.mark.parametrize("side", Side)
def test_where_abuse_was_told_of_nobody_is_offered_who_needs_both_parents(side: Side) -> None:
    case, _catrin = given_catrin_has_applied()  # she told that she is at risk
    record = cases.case(case)
    for _topic, fit in who_can_help(record, side, set(Topic), None):
        assert fit and not any(one.needs_both_parents for one in fit)
    with pytest.raises(NotForThem):
        offer(case=case, side=side, organisation=MEDIATOR, topic=Topic.LEGAL, items={Item.PHONE}, why="x", by=RHIAN)


def test_danger_in_another_case_of_either_parent_counts_too() -> None:
    safe, _catrin = given_catrin_has_applied("draft-1", safety=SAFE)
    assert any(
        one.needs_both_parents
        for _t, fit in who_can_help(cases.case(safe), Side.PAYING, {Topic.LEGAL}, None)
        for one in fit
    )
    bethan = replace(CATRIN, full_name="Bethan Lewis", known_as="Bethan", nino="", date_of_birth=dt.date(1991, 1, 1))
    other, _bethan = given_catrin_has_applied("draft-2", applicant=bethan)
    assert cases.case(other).paying_parent == cases.case(safe).paying_parent, "Gareth is one person"
    assert not any(
        one.needs_both_parents
        for _t, fit in who_can_help(cases.case(safe), Side.PAYING, {Topic.LEGAL}, None)
        for one in fit
    )


def test_they_are_offered_who_helps_where_they_live_and_with_what_they_need() -> None:
    case, _catrin = given_catrin_has_applied()
    [(topic, fit)] = who_can_help(cases.case(case), Side.RECEIVING, {Topic.RELATIONSHIPS}, Nation.WALES)
    assert topic is Topic.RELATIONSHIPS and fit[0].key == "live_fear_free", "who is for the unsafe comes first"
    assert all(Nation.WALES in one.nations and topic in one.topics for one in fit)
    [(_topic, his)] = who_can_help(cases.case(case), Side.PAYING, {Topic.RELATIONSHIPS}, Nation.WALES)
    assert {one.key for one in his} == {one.key for one in fit}, "nothing is supposed of the other parent"


def test_the_same_offer_is_not_made_twice_and_an_old_one_lapses() -> None:
    reference, party, catrin = offered()
    case = queries.referral(reference).case
    made = {
        "case": case,
        "side": Side.RECEIVING,
        "organisation": "stepchange",
        "topic": Topic.MONEY,
        "items": {Item.PHONE},
    }
    with pytest.raises(CannotDoThat):
        offer(**made, why="Again", by=RHIAN)
    with clock.travel(clock.today() + dt.timedelta(days=61)):
        assert queries.referral(reference).standing is Standing.LAPSED and queries.unanswered(party) == []
        with pytest.raises(CannotDoThat):
            answers.agree(reference=reference, items={Item.PHONE}, how=Said.PAGE, by=catrin)
        newer = offer(**made, why="Again", by=RHIAN)
        assert [one.reference for one in queries.referrals_of(party)] == [newer, reference]


def test_a_yes_lasts_ninety_days_and_cannot_be_of_tomorrow_or_before_the_offer() -> None:
    reference, _party, catrin = offered()
    for day in (clock.today() + dt.timedelta(days=1), clock.today() - dt.timedelta(days=1)):
        with pytest.raises(CannotDoThat):
            answers.agree(reference=reference, items={Item.PHONE}, how=Said.PHONE, said_on=day, by=RHIAN)
    answers.agree(reference=reference, items={Item.PHONE}, how=Said.PAGE, by=catrin)
    with clock.travel(clock.today() + dt.timedelta(days=91)):
        assert queries.referral(reference).standing is Standing.LAPSED
        with pytest.raises(CannotDoThat):
            passing.hand_over(reference=reference, how=Passed.PHONE, by=RHIAN)
        answers.withdraw(reference=reference, how=Said.PAGE, by=catrin)
        assert queries.referral(reference).standing is Standing.WITHDRAWN


def test_what_would_be_told_stays_as_it_was_offered() -> None:
    reference, party, catrin = offered()
    parties.change_contact(party=party, to=replace(people.contact(party), phone="07700 900999"), by=catrin)
    answers.agree(reference=reference, items={Item.PHONE}, how=Said.PAGE, by=catrin)
    assert "07700 900111" in " ".join(sheet_words(queries.referral(reference)))


def test_it_is_nobody_elses() -> None:
    reference, _party, _catrin = offered()
    record = queries.referral(reference)
    other = cases.case(record.case).paying_parent
    with pytest.raises(NotTheirs):
        queries.referral_of(other, reference)
    assert queries.referrals_of(other) == []
    assert reference not in str(cases.timeline(record.case, "R")) + str(cases.timeline(record.case, "P"))


@pytest.mark.parametrize(
    "kinds",
    [
        [Kind.HANDED_OVER],
        [Kind.WITHDRAWN],
        [Kind.TOLD_TO_FORGET],
        [Kind.AGREED, Kind.AGREED],
        [Kind.DECLINED, Kind.AGREED],
        [Kind.DECLINED, Kind.HANDED_OVER],
        [Kind.AGREED, Kind.WITHDRAWN, Kind.HANDED_OVER],
        [Kind.AGREED, Kind.WITHDRAWN, Kind.TOLD_TO_FORGET],
        [Kind.AGREED, Kind.HANDED_OVER, Kind.HANDED_OVER],
    ],
)
def test_the_database_refuses_steps_out_of_order(kinds: list[Kind]) -> None:
    reference, _party, _catrin = offered()
    *well, wrong = kinds
    for number, kind in enumerate(well, 1):
        a_step(reference, number, kind)
    with pytest.raises(IntegrityError, match="cannot be"), transaction.atomic():
        a_step(reference, len(well) + 1, wrong)


def a_step(reference: str, number: int, kind: Kind) -> None:
    ReferralStep.objects.create(
        referral=Referral.objects.get(reference=reference),
        number=number,
        kind=kind,
        how="page",
        items=[],
        words=[],
        said_on=clock.today(),
        at=clock.now(),
        by="U-staff",
    )


@pytest.mark.parametrize("table", ["referrals_referral", "referrals_referralstep"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_rows_are_only_added(table: str, statement: str) -> None:
    with (
        pytest.raises(Exception, match=r"refused|permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))


def test_danger_told_of_after_the_offer_stops_it() -> None:
    reference, _party, catrin = offered(organisation=MEDIATOR, topic=Topic.LEGAL)
    answers.agree(reference=reference, items={Item.PHONE}, how=Said.PAGE, by=catrin)
    assert organisation(MEDIATOR).needs_both_parents
    given_gareth_says_he_is_not_safe(queries.referral(reference).case)
    with pytest.raises(CannotDoThat):
        passing.hand_over(reference=reference, how=Passed.PHONE, by=RHIAN)


def given_gareth_says_he_is_not_safe(case: str) -> None:
    record = cases.case(case)
    children = tuple(ChildTold(reference=one.reference, nights=52, parentage_accepted=True) for one in record.children)
    told = AnswerTold(
        key=f"answer-{case}",
        children=children,
        service=Service.COLLECT_AND_PAY,
        safety=SafetyTold(at_risk=True, details=""),
    )
    answer_application(case=case, party=record.paying_parent, told=told, by=Actor("person", record.paying_parent, "G"))
