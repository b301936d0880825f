"""A family to tell stories about. Everything about them is invented."""

import datetime as dt
from dataclasses import replace

from childmaintenance.accounts import actions as accounts
from childmaintenance.cases.actions import submit_application
from childmaintenance.cases.terms import (
    ApplicationTold,
    BankTold,
    ChildTold,
    PersonTold,
    SafetyTold,
    Service,
    Side,
)
from childmaintenance.foundation.actor import Actor
from childmaintenance.values import Territory

CATRIN = PersonTold(
    full_name="Catrin Mair Rowlands",
    known_as="Catrin",
    date_of_birth=dt.date(1990, 4, 2),
    language="cy",
    email="catrin@example.org",
    phone="07700 900111",
    address="3 Heol y Felin\nAberwen",
    postcode="ZZ99 3AA",
)
GARETH = PersonTold(
    full_name="Gareth Owen Pryce",
    known_as="Gareth",
    date_of_birth=dt.date(1988, 11, 20),
    nino="QQ123456C",
    phone="07700 900222",
    address="14 Quarry Row\nCarrick Bridge",
    postcode="ZZ99 3BB",
)
CHILDREN = (
    ChildTold(first_name="Elin", last_name="Pryce", date_of_birth=dt.date(2016, 6, 1), nights=52),
    ChildTold(first_name="Macsen", last_name="Pryce", date_of_birth=dt.date(2019, 9, 9), nights=52),
)


def application(key: str = "draft-1", **changes: object) -> ApplicationTold:
    """Catrin applies for Elin and Macsen; change what the story needs."""
    told = ApplicationTold(
        key=key,
        side=Side.RECEIVING,
        territory=Territory.GB,
        applicant=CATRIN,
        other_parent=GARETH,
        children=CHILDREN,
        service=Service.COLLECT_AND_PAY,
        safety=SafetyTold(at_risk=True, details="He must not learn about Heol y Felin"),
        bank=BankTold(account_name="C M Rowlands", sort_code="00-00-09", account_number="12345678"),
    )
    return replace(told, **changes)


def somebody(name: str) -> Actor:
    """A person with an account; the same name is the same person."""
    email = f"{name.lower()}@example.org"
    reference = accounts.open_account(
        email=email, password="five green kettles", name=name, language="en", by=Actor.system("story")
    )
    return Actor("person", reference, name)


def given_catrin_has_applied(key: str = "draft-1", **changes: object) -> tuple[str, Actor]:
    """The case's reference, and Catrin."""
    catrin = somebody(f"Catrin{key}")
    return submit_application(told=application(key, **changes), account=catrin.reference, by=catrin), catrin
