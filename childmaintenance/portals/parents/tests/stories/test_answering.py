"""The other parent answers: agrees, differs, and never sees more than they may."""

import datetime as dt

import pytest

from childmaintenance.cases import queries as cases
from childmaintenance.cases.actions import close_case
from childmaintenance.cases.terms import FactKind, PayChoice, Side, Standing
from childmaintenance.foundation import audit
from childmaintenance.parties import queries as parties
from childmaintenance.portals.parents.journeys.answer import answer
from childmaintenance.portals.parents.tests.stories.family import (
    CATRIN_APPLIES,
    GARETH_ANSWERS,
    GARETH_SECRETS,
    STORY,
    changed,
)
from childmaintenance.portals.parents.tests.stories.given import catrin_has_applied, gareth_has_applied, joined
from childmaintenance.portals.parents.tests.stories.walking import Walker

pytestmark = pytest.mark.django_db


def standings(case: str, kind: FactKind) -> list[tuple[Standing, object]]:
    return [(fact.standing, fact.value) for fact in cases.facts(case) if fact.kind == kind]


def answers(case: str, **other: object) -> Walker:
    gareth = joined("Gareth", case).send()
    return gareth.fill_in(answer, changed(GARETH_ANSWERS, **other)).check_and_send()


def test_gareth_agrees_in_one_click_and_says_how_he_lives():
    case = catrin_has_applied().reference
    gareth = joined("Gareth", case)
    assert "Catrin Mair Rowlands has applied" in gareth.words
    assert "Elin" in gareth.words
    gareth.send().go_through(GARETH_ANSWERS).check_and_send()
    assert gareth.heading == "We have your answer"
    assert gareth.reference == case
    assert standings(case, FactKind.NIGHTS) == [(Standing.AGREED, {"nights": 62})] * 2
    assert standings(case, FactKind.PARENTAGE) == [(Standing.STATED, {"accepted": True})] * 2
    assert standings(case, FactKind.OTHER_CHILDREN) == [(Standing.STATED, {"count": 1})]
    record = cases.case(case)
    assert record.service == "collect_and_pay", "both wish it"
    assert cases.pay_choice(case) == PayChoice(frequency="M", day=28)
    contact = parties.contact(record.paying_parent)
    assert (contact.phone, contact.large_print, contact.language) == (GARETH_SECRETS["phone"], True, "en")
    assert cases.safety(case)[Side.PAYING].details == GARETH_SECRETS["safety"]


def test_gareth_counts_the_nights_himself_and_is_not_the_parent_of_one():
    case = catrin_has_applied().reference
    elin, macsen = (child.reference for child in cases.case(case).children)
    differs = [
        ("parentage", {"all_mine": "no"}),
        ("parentage-which", {"not_mine": [macsen]}),
        ("nights-right", {"right": "no"}),
        ("stays-1", {"pattern": "week", "week": "3"}),
        ("extra-1", {"extra": "24"}),
        ("in-a-year-1", {"right": "yes"}),
        ("cares-more-1", {"more": "equal"}),
    ]
    gareth = joined("Gareth", case).send()
    gareth.open(f"{gareth.draft}parentage").answer(differs)
    assert gareth.slug == "", "nothing is asked about a child who is not his"
    gareth.fill_in(answer, [task for task in GARETH_ANSWERS if task[0] != "parentage"]).check_and_send()
    said = {(fact.kind, fact.child): fact for fact in cases.facts(case)}
    assert said[FactKind.PARENTAGE, macsen].value == {"accepted": False}
    assert said[FactKind.PARENTAGE, elin].value == {"accepted": True}
    assert said[FactKind.NIGHTS, elin].standing == Standing.DISPUTED
    assert [one.value["nights"] for one in said[FactKind.NIGHTS, elin].said] == [62, 180]
    assert said[FactKind.NIGHTS, macsen].standing == Standing.STATED
    assert said[FactKind.EQUAL_CARE, elin].value == {"equal": True}


def test_agreeing_to_half_the_year_still_asks_who_does_the_caring():
    half = [
        ("nights-alike", {"alike": "yes"}),
        ("stays-all", {"pattern": "year", "year": "182"}),
        ("cares-more-all", {"more": "me"}),
    ]
    case = catrin_has_applied(changed(CATRIN_APPLIES, nights_alike=half)).reference
    gareth = joined("Gareth", case).send()
    gareth.open(f"{gareth.draft}parentage")
    gareth.answer([("parentage", {"all_mine": "yes"}), ("nights-right", {"right": "yes"})])
    gareth.answer([("cares-more-1", {"more": "equal"}), ("cares-more-2", {"more": "other"})])
    gareth.fill_in(answer, [task for task in GARETH_ANSWERS if task[0] != "parentage"]).check_and_send()
    assert standings(case, FactKind.EQUAL_CARE) == [
        (Standing.DISPUTED, None),
        (Standing.AGREED, {"equal": False}),
    ]


def test_catrin_answers_where_gareth_applied():
    case = gareth_has_applied().reference
    catrin = joined("Catrin", case).send()
    catrin.go_through(
        [
            ("safety", [("safety", {"worries": ["none"]})]),
            ("nights-right", [("nights-right", {"right": "yes"}), ("cares-more-1", {"more": "equal"})]),
            (
                "your-birth",
                [
                    ("your-birth", {"date_of_birth": dt.date(1990, 4, 2)}),
                    ("your-nino", {"nino": ""}),
                    ("letters", {"language": "cy", "large_print": "no"}),
                    ("reach", {}),
                    ("post", {"post": "no"}),
                    ("safe-contact", {}),
                ],
            ),
            (
                "service",
                [
                    ("service", {"service": "direct_pay"}),
                    ("has-account", {"has_account": "yes"}),
                    ("bank", {"account_name": "C M", "sort_code": "30 94 30", "account_number": "733445"}),
                ],
            ),
        ]
    ).check_and_send()
    record = cases.case(case)
    assert record.service == "direct_pay"
    assert parties.identity(record.receiving_parent).date_of_birth == dt.date(1990, 4, 2)
    assert parties.bank_account(record.receiving_parent).account_number == "00733445"
    assert standings(case, FactKind.EQUAL_CARE) == [(Standing.AGREED, {"equal": True})]


def test_what_the_applicant_knew_of_a_birthday_and_a_number_is_not_asked_and_not_shown():
    gareth = joined("Gareth", catrin_has_applied().reference).send()
    assert gareth.open(f"{gareth.draft}your-birth").slug == ""
    assert "1988" not in gareth.fill_in(answer, GARETH_ANSWERS).open(f"{gareth.draft}check-your-answers").words


def test_an_application_is_answered_once():
    case = catrin_has_applied().reference
    gareth = answers(case)
    gareth.open(f"/cases/{case}/answer/")
    assert "answered or decided already" in gareth.words
    assert "Start now" not in gareth.words
    gareth.send().fill_in(answer, GARETH_ANSWERS).check_and_send()
    assert "answered or decided already" in gareth.problems


def test_a_closed_case_is_not_answered():
    case = catrin_has_applied().reference
    gareth = joined("Gareth", case)
    close_case(case=case, because="Catrin withdrew", by=STORY)
    assert "answered or decided already" in gareth.open(f"/cases/{case}/answer/").words


def test_whoever_applied_does_not_answer_themselves():
    catrin = catrin_has_applied()
    assert catrin.open(f"/cases/{catrin.reference}/answer/").status == 404


@pytest.mark.parametrize("where", ["answer", "pay-day", "service"])
def test_somebody_elses_case_is_not_found_and_recorded(where):
    catrin, stranger = catrin_has_applied(), Walker("Stranger")
    case = catrin.reference
    assert stranger.open(f"/cases/{case}/{where}/").status == 404
    [line] = [line for line in audit.trail(by=stranger.account) if line.manner == "refused"]
    assert line.about == case
    assert stranger.open(f"/cases/C-0000-0000-0/{where}/").status == 404
