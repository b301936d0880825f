"""Rhian, a caseworker, works through her list."""

import re

import pytest

from childmaintenance.accounts.terms import Role
from childmaintenance.calculation import queries as calculations
from childmaintenance.calculation.actions import ask_for_income, consider, income_not_available
from childmaintenance.calculation.tests.test_deciding import given_an_answered_case, given_income
from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import Service, Status
from childmaintenance.cases.tests.test_applying import CASEWORKER
from childmaintenance.foundation.audit.queries import trail

pytestmark = pytest.mark.django_db


def text_of(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


@pytest.fixture
def rhian(staff_client):
    return staff_client(Role.CASEWORKER)


def test_an_empty_list_says_so(rhian):
    response = rhian.get("/casework/")
    assert response.status_code == 200
    assert "Nothing is waiting" in text_of(response)


def test_from_the_list_to_a_decision(rhian):
    case, gareth = given_an_answered_case()
    given_income(gareth, 26_000)
    consider(case=case, by=CASEWORKER)
    listed = rhian.get("/casework/")
    assert "Make the decision" in text_of(listed)
    assert "Catrin Mair Rowlands – Gareth Owen Pryce" in text_of(listed)
    preview = rhian.get(f"/casework/cases/{case}/decision")
    assert "£68.38 a week" in text_of(preview)
    assert "CSA 1991 Sch 1 para 7" in text_of(preview)
    assert "HM Revenue and Customs, from employers (tax year 2024-25, £26,000.00)" in text_of(preview)
    token = re.search(r'name="token" value="(\w+)"', preview.content.decode())[1]
    for _ in range(2):  # a second click
        made = rhian.post(f"/casework/cases/{case}/decision", {"token": token}, follow=True)
        assert "£68.38 a week" in text_of(made)
    assert len(calculations.decisions_of(case)) == 1
    assert cases.case(case).status == Status.IN_PAYMENT


def test_a_stale_preview_leads_back_to_a_fresh_one(rhian):
    case, gareth = given_an_answered_case()
    given_income(gareth, 26_000)
    response = rhian.post(f"/casework/cases/{case}/decision", {"token": "f" * 64}, follow=True)
    assert "Something changed while you were looking" in text_of(response)
    assert calculations.decisions_of(case) == []


def test_disputed_nights_are_settled_with_a_reason(rhian):
    case, gareth = given_an_answered_case(nights=180)
    given_income(gareth, 26_000)
    child = cases.case(case).children[0].reference
    blocked = text_of(rhian.get(f"/casework/cases/{case}/decision"))
    assert "This cannot be decided yet" in blocked
    page = f"/casework/cases/{case}/facts/nights/{child}"
    assert "the receiving parent: 52 nights" in text_of(rhian.get(page))
    refused = rhian.post(page, {"value": "367", "because": ""})
    assert "There is a problem" in text_of(refused)
    rhian.post(page, {"value": "104", "because": "Both calendars"})
    assert "104 nights" in text_of(rhian.get(f"/casework/cases/{case}"))


def test_silence_of_the_tax_authority_ends_in_a_default_decision(rhian):
    case, gareth = given_an_answered_case()
    question = ask_for_income(paying_parent=gareth, key="first", by=CASEWORKER)
    income_not_available(question=question, because="silent", by=CASEWORKER)
    consider(case=case, by=CASEWORKER)
    assert "gave no answer that can be used" in text_of(rhian.get("/casework/"))
    rhian.post(f"/casework/cases/{case}/income", {"basis": "default", "because": "No evidence at all"})
    assert "£51.00 a week" in text_of(rhian.get(f"/casework/cases/{case}/decision"))


def test_current_income_needs_its_amount(rhian):
    case, _ = given_an_answered_case()
    page = f"/casework/cases/{case}/income"
    assert "Enter the income a week" in text_of(rhian.post(page, {"basis": "current", "because": "Payslips"}))
    rhian.post(page, {"basis": "current", "current": "700", "because": "Payslips"})
    ask_for_income(paying_parent=cases.case(case).paying_parent, key="later", by=CASEWORKER)


def test_wishes_that_differ_are_settled(rhian):
    case, _ = given_an_answered_case(service=Service.DIRECT_PAY)
    page = f"/casework/cases/{case}/service"
    assert "One parent told us that they are not safe" in text_of(rhian.get(page))
    rhian.post(page, {"service": "collect_and_pay", "because": "Safety"})
    assert cases.case(case).service == Service.COLLECT_AND_PAY
    assert cases.work_list(case=case) == []


def test_safety_and_contact_are_there_for_staff_and_looking_is_recorded(rhian):
    case, _ = given_an_answered_case()
    page = text_of(rhian.get(f"/casework/cases/{case}"))
    assert "Never tell the other parent" in page
    assert "Felin Aberwen" not in page
    shown = text_of(rhian.post(f"/casework/cases/{case}/contact"))
    assert "3 Heol y Felin, Aberwen ZZ99 3AA" in shown
    receiving = cases.case(case).receiving_parent
    assert "showed contact details" in [line.why for line in trail(about=receiving)]


def test_somebody_is_found_without_their_name_in_an_address(rhian):
    case, _ = given_an_answered_case()
    found = rhian.post("/casework/find", {"words": "pryce"})
    assert "Gareth Owen Pryce" in text_of(found)
    assert rhian.post("/casework/find", {"words": case.lower()}).headers["Location"] == f"/casework/cases/{case}"
    assert "Nobody has that name" in text_of(rhian.post("/casework/find", {"words": "Zzyzx"}))


@pytest.mark.parametrize(
    "page", ["", "/decision", "/income", "/service", "/facts/nights", "/decisions/D-0000-0000-0", "/facts/weather"]
)
def test_a_reference_that_is_nothing_is_not_found(rhian, page):
    assert rhian.get(f"/casework/cases/C-0000-0000-0{page}").status_code == 404


@pytest.mark.parametrize("page", ["/casework/", "/casework/find"])
def test_a_payments_officer_may_look_but_not_decide(staff_client, page):
    owen = staff_client(Role.PAYMENTS_OFFICER, name="Owen")
    case, _ = given_an_answered_case()
    assert owen.get(page).status_code == 200
    assert owen.get(f"/casework/cases/{case}/decision").status_code == 403
    assert owen.post(f"/casework/cases/{case}/contact").status_code == 403
