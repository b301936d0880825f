"""Families whose money the tests of this room move. Everything about them is invented; everything is done through actions."""

import datetime as dt
from dataclasses import replace

from childmaintenance.accounts import actions as accounts
from childmaintenance.calculation import actions as calculation
from childmaintenance.calculation.previewing import preview
from childmaintenance.calculation.terms import IncomeBasis
from childmaintenance.cases import actions as cases
from childmaintenance.cases import queries as case_queries
from childmaintenance.cases.terms import (
    AnswerTold,
    BankTold,
    ChildTold,
    Frequency,
    PayChoice,
    Service,
)
from childmaintenance.cases.tests.families import CATRIN, GARETH, application
from childmaintenance.collection import actions, queries
from childmaintenance.foundation.actor import Actor
from childmaintenance.parties import actions as parties

CASEWORKER = Actor("staff", "U-CASE-WORK-R")
CLERK = Actor("staff", "U-PAYM-ENTS-1")
LEADER = Actor("staff", "U-LEAD-ER00-1")
PAYDAY = Actor.system("payday")
WEEKLY_ON_MONDAY = PayChoice(frequency=Frequency.WEEKLY, day=0)
MONTHLY_ON_1 = PayChoice(frequency=Frequency.MONTHLY, day=1)
HUNDRED = 625_00  # weekly income of which two children's 16% is 100.00


def given_a_case(
    number: int = 1,
    *,
    payer: int | None = None,
    pay: PayChoice | None = WEEKLY_ON_MONDAY,
    service: Service = Service.COLLECT_AND_PAY,
    bank: bool = True,
) -> str:
    """A case between a receiving parent and a paying parent of these numbers, answered and ready to be decided."""
    payer = payer or number
    catrin = replace(CATRIN, full_name=f"Catrin {number}", email=f"catrin{number}@example.org")
    gareth = replace(GARETH, full_name=f"Gareth {payer}", nino=f"QQ{payer:06d}C")
    account = accounts.open_account(
        email=f"catrin{number}@example.org", password="five green kettles", name="Catrin", language="en", by=PAYDAY
    )
    told = application(
        f"draft-{number}",
        applicant=catrin,
        other_parent=gareth,
        children=tuple(
            ChildTold(first_name=f"{name}{number}", last_name="Pryce", date_of_birth=dt.date(2016, 6, 1), nights=0)
            for name in ("Elin", "Macsen")
        ),
        service=service,
        pay=pay,
        bank=BankTold(account_name=f"Catrin {number}", sort_code="000009", account_number=f"{number:08d}")
        if bank
        else None,
    )
    case = cases.submit_application(told=told, account=account, by=Actor("person", account))
    cases.give_notice(case=case, by=CASEWORKER)
    record = case_queries.case(case)
    answer = AnswerTold(
        key=f"answer-{case}",
        service=service,
        children=tuple(
            ChildTold(reference=child.reference, nights=0, parentage_accepted=True) for child in record.children
        ),
    )
    cases.answer_application(
        case=case, party=record.paying_parent, told=answer, by=Actor("person", record.paying_parent)
    )
    if pay:
        cases.choose_pay_day(case=case, choice=pay, by=CASEWORKER)
    return case


def decide(case: str, weekly_income: int = HUNDRED, **also: object) -> str:
    """Decide on an income of pence a week, and draw the plans that follow."""
    paying_parent = case_queries.case(case).paying_parent
    question = calculation.ask_for_income(
        paying_parent=paying_parent, key=f"{case}:{also}:{weekly_income}", by=CASEWORKER
    )
    calculation.income_not_available(question=question, because="no answer", by=CASEWORKER)
    calculation.find_income(
        paying_parent=paying_parent,
        basis=IncomeBasis.CURRENT,
        weekly_pence=weekly_income,
        because="payslips",
        by=CASEWORKER,
    )
    looked = preview(paying_parent, **also)  # type: ignore[arg-type]
    decision = calculation.decide(paying_parent=paying_parent, token=looked.token, by=CASEWORKER, **also)  # type: ignore[arg-type]
    actions.draw_plans(decision=decision, by=CASEWORKER)
    return decision


def given_a_plan(number: int = 1, weekly_income: int = HUNDRED, **about: object) -> str:
    """A decided case with its plan drawn."""
    case = given_a_case(number, **about)  # type: ignore[arg-type]
    decide(case, weekly_income)
    return case


def reference_of(case: str) -> str:
    """The number the paying parent of a case writes on payments."""
    found = queries.pay_to(case_queries.case(case).paying_parent)
    assert found is not None
    return found.payment_reference


def given_bank_details(case: str, account_number: str) -> None:
    parties.give_bank_account(
        party=case_queries.case(case).receiving_parent,
        account_name="Catrin",
        sort_code="000009",
        account_number=account_number,
        by=CASEWORKER,
    )
