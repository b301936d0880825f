"""What parents of the town do: apply, open an account with the code of their letter, answer, give a new bank account."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from childmaintenance.cases import actions as cases
from childmaintenance.cases import queries as case_queries
from childmaintenance.cases.terms import (
    AnswerTold,
    ApplicationTold,
    BankTold,
    CannotDoThat,
    ChildTold,
    CircumstancesTold,
    Frequency,
    PayChoice,
    SafetyTold,
    Service,
    Side,
)
from childmaintenance.demo.letterbox import code_for
from childmaintenance.demo.people import Family, Townsperson
from childmaintenance.demo.residents import Register
from childmaintenance.parties import actions as parties
from childmaintenance.parties.terms import PersonTold
from childmaintenance.values import Territory

Tell = Callable[[str], None]


def act(book: Register, on: dt.date, tell: Tell) -> None:
    """Everything parents do on one day, family by family. The same day asked again does nothing twice."""
    for family in book.people.families:
        since = (on - family.applies_on).days
        if since < 0:
            continue
        if since == 0 or (since < 3 and family.key not in book.cases):
            apply(book, family, tell)
        elif family.key in book.cases:
            _go_on(book, family, since, tell)


def apply(book: Register, family: Family, tell: Tell) -> str:
    """One of the parents applies; answers the case."""
    side = Side.PAYING if family.by == "paying" else Side.RECEIVING
    key, person = book.key_of(family, family.by), _person(family, side)
    account = book.open_account(key, person)
    told = ApplicationTold(
        key=f"town:{family.key}",
        side=side,
        territory=Territory(family.territory),
        applicant=_told(person, safe=family.safe if side == Side.RECEIVING else ""),
        other_parent=_told_about(_person(family, side.other), by=side),
        children=tuple(
            ChildTold(
                first_name=child.name,
                last_name=child.last_name,
                date_of_birth=child.born,
                nights=child.nights,
                parentage_accepted=True if side == Side.PAYING else None,
            )
            for child in family.children
        ),
        service=Service(family.wish),
        circumstances=_circumstances(family) if side == Side.PAYING else CircumstancesTold(),
        safety=_safety(family) if side == Side.RECEIVING else None,
        bank=_bank(person) if side == Side.RECEIVING else None,
        pay=_pay(family) if side == Side.PAYING else None,
    )
    case = cases.submit_application(told=told, account=account, by=book.actor(key, person))
    record = case_queries.case(case)
    book.remember_case(family, case, receiving=record.receiving_parent, paying=record.paying_parent)
    tell(f"{person.name} applied for child maintenance ({case}).")
    return case


def _go_on(book: Register, family: Family, since: int, tell: Tell) -> None:
    other = Side.RECEIVING if family.by == "paying" else Side.PAYING
    key, person = book.key_of(family, "paying" if other == Side.PAYING else "receiving"), _person(family, other)
    if family.holds_letter and since == 1:
        book.open_account(key, person)
    if family.opens_account is not None and since == min(family.opens_account, 3):
        accept(book, family, key, person, tell)
    if family.answers == since:
        answer(book, family, other, tell)
    if family.closes_account is not None and since == family.closes_account + (family.new_account_after or 0):
        _new_account(book, family, tell)


def accept(book: Register, family: Family, key: str, person: Townsperson, tell: Tell) -> None:
    """Type the code of the newest letter, as its reader would; somebody who has an account already needs none."""
    if key in book.accounts:
        return
    account = book.open_account(key, person)
    parties.accept_invitation(code=code_for(book.parties[key]), account=account, by=book.actor(key, person))
    tell(f"{person.name} used the code in our letter to see the case.")


def answer(book: Register, family: Family, side: Side, tell: Tell) -> None:
    """The other parent agrees or says what is different. Too late for the decision is too late."""
    key, person = book.key_of(family, "paying" if side == Side.PAYING else "receiving"), _person(family, side)
    record = case_queries.case(book.cases[family.key])
    said = {child.name: child.nights if child.other_says is None else child.other_says for child in family.children}
    told = AnswerTold(
        key=f"town:{family.key}:answer",
        children=tuple(
            ChildTold(
                reference=child.reference,
                nights=said[child.first_name],
                parentage_accepted=True if side == Side.PAYING else None,
            )
            for child in record.children
        ),
        service=Service(family.their_wish or family.wish),
        circumstances=_circumstances(family) if side == Side.PAYING else CircumstancesTold(),
        safety=_safety(family) if side == Side.RECEIVING else None,
        bank=_bank(person) if side == Side.RECEIVING else None,
        pay=_pay(family) if side == Side.PAYING else None,
    )
    try:
        cases.answer_application(case=record.reference, party=book.parties[key], told=told, by=book.actor(key, person))
    except CannotDoThat:
        tell(f"{person.name} wanted to answer, but the application had been decided.")
        return
    differs = any(child.other_says not in (None, child.nights) for child in family.children)
    tell(f"{person.name} answered{' and said that the nights are different' if differs else ''}.")


def _new_account(book: Register, family: Family, tell: Tell) -> None:
    person, key = family.receiving, book.key_of(family, "receiving")
    number = f"{int(person.account_number) + 1:08d}"
    parties.give_bank_account(
        party=book.parties[key],
        account_name=person.account_name,
        sort_code=person.sort_code,
        account_number=number,
        by=book.actor(key, person),
    )
    tell(f"{person.name} told us about a new bank account.")


def _person(family: Family, side: Side) -> Townsperson:
    return family.receiving if side == Side.RECEIVING else family.paying


def _told(person: Townsperson, *, safe: str = "") -> PersonTold:
    return PersonTold(
        full_name=person.name,
        known_as=person.known_as,
        date_of_birth=person.born,
        nino=person.nino,
        language=person.language,
        email=person.email,
        phone=person.phone,
        address=person.address,
        postcode=person.postcode,
        safe_contact=safe,
        large_print=person.large_print,
    )


def _told_about(person: Townsperson, *, by: Side) -> PersonTold:
    """What an applicant knows of the other parent. The number is needed to find a paying parent's income."""
    return PersonTold(
        full_name=person.name,
        date_of_birth=person.born,
        nino=person.nino if by == Side.RECEIVING else "",
        language=person.language,
        phone=person.phone,
        address=person.address,
        postcode=person.postcode,
    )


def _circumstances(family: Family) -> CircumstancesTold:
    return CircumstancesTold(
        other_children=family.other_children or 0,
        other_arrangement_children=0,
        benefit=family.benefit or "none",
        nil_reason="",
    )


def _safety(family: Family) -> SafetyTold:
    return SafetyTold(at_risk=bool(family.abuse), details=family.abuse, name_or_place_changed=family.moved)


def _bank(person: Townsperson) -> BankTold:
    return BankTold(account_name=person.account_name, sort_code=person.sort_code, account_number=person.account_number)


def _pay(family: Family) -> PayChoice | None:
    if family.pay is None:
        return None
    return PayChoice(frequency=Frequency(family.pay["every"]), day=family.pay["day"])
