"""A parent applies, from the first page to a case."""

import datetime as dt

import pytest

from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import FactKind, PayChoice, Service, Side, TaskKind
from childmaintenance.parties import queries as parties
from childmaintenance.portals.parents.journeys.apply import apply
from childmaintenance.portals.parents.tests.stories.family import (
    CATRIN_APPLIES,
    CATRIN_SECRETS,
    GARETH_APPLIES,
    changed,
    child,
)
from childmaintenance.portals.parents.tests.stories.walking import Walker
from childmaintenance.values import Territory

pytestmark = pytest.mark.django_db


def facts_of(case: str) -> dict[FactKind, list]:
    found: dict[FactKind, list] = {}
    for fact in cases.facts(case):
        found.setdefault(fact.kind, []).append(fact.value)
    return found


def test_catrin_applies_and_her_case_holds_what_she_said():
    catrin = Walker("Catrin").begin("/apply/").go_through(CATRIN_APPLIES).check_and_send()
    assert catrin.heading == "We have your application"
    case = cases.case(catrin.reference)
    person = parties.party_of_account(catrin.account)
    assert (case.receiving_parent, case.applicant_side) == (person.reference, Side.RECEIVING)
    assert case.territory == Territory.GB
    assert [one.full_name for one in case.children] == ["Elin Pryce", "Macsen Pryce"]
    facts = facts_of(case.reference)
    assert facts[FactKind.NIGHTS] == [{"nights": 62}] * 2
    assert facts[FactKind.SERVICE] == [{"service": "collect_and_pay"}]
    assert facts[FactKind.EMPLOYER] == [{"name": "Aberwen Quarries"}]
    assert FactKind.OTHER_CHILDREN not in facts, "nobody asks a receiving parent about the other one's household"
    safety = cases.safety(case.reference)[Side.RECEIVING]
    assert (safety.at_risk, safety.name_or_place_changed) == (True, True)
    assert safety.details == CATRIN_SECRETS["safety"]
    contact = parties.contact(person.reference)
    assert (contact.language, contact.large_print, contact.phone) == ("both", False, CATRIN_SECRETS["phone"])
    assert contact.address == f"3 {CATRIN_SECRETS['address']}\n{CATRIN_SECRETS['town']}"
    assert parties.bank_account(person.reference).sort_code == CATRIN_SECRETS["sort code"]
    gareth = parties.identity(case.paying_parent)
    assert (gareth.full_name, gareth.date_of_birth, gareth.nino) == (
        "Gareth Owen Pryce",
        dt.date(1988, 11, 20),
        "AB123456C",
    )


def test_gareth_applies_to_pay_and_says_how_he_lives():
    gareth = Walker("Gareth").begin("/apply/").go_through(GARETH_APPLIES).check_and_send()
    case = cases.case(gareth.reference)
    assert (case.applicant_side, case.territory) == (Side.PAYING, Territory.NI)
    facts = facts_of(case.reference)
    assert facts[FactKind.PARENTAGE] == [{"accepted": True}]
    assert facts[FactKind.OTHER_CHILDREN] == [{"count": 2}]
    assert facts[FactKind.OTHER_ARRANGEMENT] == [{"count": 0}]
    assert facts[FactKind.BENEFIT] == [{"benefit": "44(2)half"}]
    assert facts[FactKind.NIL_REASON] == [{"reason": ""}]
    assert facts[FactKind.NIGHTS] == [{"nights": 200}]
    assert facts[FactKind.EQUAL_CARE] == [{"equal": True}]
    assert cases.pay_choice(case.reference) == PayChoice(frequency="4W", day=4)
    assert parties.bank_account(case.paying_parent) is None, "somebody who pays is not asked where to be paid"


def test_a_changed_name_is_asked_for_apart_and_is_not_the_name_we_use():
    gareth = Walker("Gareth").begin("/apply/").fill_in(apply, GARETH_APPLIES).check_and_send()
    person = parties.party_of_account(gareth.account)
    assert (person.full_name, person.known_as) == ("Gareth Owen Pryce", "Gareth")
    safety = cases.safety(gareth.reference)[Side.PAYING]
    assert (safety.at_risk, safety.name_or_place_changed) == (False, True)
    assert "Gary Zennorquist" in safety.details


def test_whoever_says_nothing_about_safety_is_not_asked_more():
    silent = changed(CATRIN_APPLIES, safety=[("safety", {})])
    catrin = Walker("Catrin").begin("/apply/").fill_in(apply, silent)
    catrin.open(f"{catrin.draft}service")
    assert "You told us about your safety" not in catrin.words
    catrin.check_and_send()
    assert cases.safety(catrin.reference) == {}


def test_collect_and_pay_is_offered_with_the_reason_and_both_ways_are_shown_in_pounds():
    catrin = Walker("Catrin").begin("/apply/").fill_in(apply, CATRIN_APPLIES[:4])
    catrin.open(f"{catrin.draft}service")
    assert "You told us about your safety." in catrin.words
    for amount in ("£50.00", "£60.00", "£48.00", "20% fee", "4% fee"):
        assert amount in catrin.words, amount


def test_somebody_we_know_already_is_not_asked_who_they_are():
    catrin = Walker("Catrin").begin("/apply/").fill_in(apply, CATRIN_APPLIES).check_and_send()
    again = changed(CATRIN_APPLIES, side=[("side", {"side": "R"})])
    catrin.begin("/apply/").fill_in(apply, again).check_and_send()
    person = parties.party_of_account(catrin.account)
    assert len(cases.cases_of(person.reference)) == 2
    assert parties.contact(person.reference).phone == CATRIN_SECRETS["phone"], "what we know is kept"


def test_each_child_may_have_nights_of_their_own_in_every_way_of_counting():
    four = [
        *child("Ann", dt.date(2016, 1, 1), another="yes"),
        *child("Bob", dt.date(2017, 1, 1), another="yes"),
        *child("Cai", dt.date(2018, 1, 1), another="yes"),
        *child("Dai", dt.date(2019, 1, 1)),
    ]
    apart = [
        ("nights-alike", {"alike": "no"}),
        ("stays-1", {"pattern": "never"}),
        ("stays-2", {"pattern": "fortnight", "fortnight": "3"}),
        ("extra-2", {"extra": ""}),
        ("in-a-year-2", {"right": "no", "nights": "80"}),
        ("stays-3", {"pattern": "holidays", "holidays": "30"}),
        ("stays-4", {"pattern": "year", "year": "180"}),
        ("cares-more-4", {"more": "me"}),
    ]
    catrin = Walker("Catrin").begin("/apply/")
    catrin.fill_in(apply, changed(CATRIN_APPLIES, children=four, nights_alike=apart)).check_and_send()
    facts = facts_of(catrin.reference)
    assert facts[FactKind.NIGHTS] == [{"nights": 0}, {"nights": 80}, {"nights": 30}, {"nights": 180}]
    assert facts[FactKind.EQUAL_CARE] == [{"equal": False}]


def test_somebody_without_a_bank_account_or_a_safe_letterbox_applies_all_the_same():
    without = changed(
        CATRIN_APPLIES,
        side=[page for page in dict(CATRIN_APPLIES)["side"] if page[0] != "address"],
        service=[("service", {"service": "direct_pay"}), ("has-account", {"has_account": "no"})],
    )
    without = [
        (task, [(slug, {"post": "no"} if slug == "post" else typed) for slug, typed in pages])
        for task, pages in without
    ]
    catrin = Walker("Catrin").begin("/apply/").fill_in(apply, without).check_and_send()
    person = parties.party_of_account(catrin.account).reference
    assert parties.bank_account(person) is None
    assert parties.contact(person).address == ""
    assert cases.case(catrin.reference).service is None, "a wish waits for the other parent's"


def test_nobody_applies_against_themselves():
    myself = [
        ("their-name", {"full_name": "Catrin Mair Rowlands"}),
        ("their-birth", {"date_of_birth": dt.date(1990, 4, 2), "nino": "AB654321A"}),
        ("their-address", {}),
        ("their-reach", {}),
        ("their-work", {}),
    ]
    catrin = (
        Walker("Catrin").begin("/apply/").fill_in(apply, changed(CATRIN_APPLIES, their_name=myself)).check_and_send()
    )
    assert catrin.heading == "Check your answers"
    assert "the same National Insurance number and date of birth as you" in catrin.problems
    assert parties.party_of_account(catrin.account) is None, "nothing of it is kept"


def test_a_wish_for_direct_pay_is_kept_as_a_wish():
    direct = changed(
        CATRIN_APPLIES, service=[("service", {"service": "direct_pay"}), ("has-account", {"has_account": "no"})]
    )
    catrin = Walker("Catrin").begin("/apply/").fill_in(apply, direct).check_and_send()
    assert facts_of(catrin.reference)[FactKind.SERVICE] == [{"service": Service.DIRECT_PAY}]
    assert cases.open_task_count(kinds=[TaskKind.CHOOSE_SERVICE], case=catrin.reference) == 0
