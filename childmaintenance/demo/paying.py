"""What the people of the town do at the bank: pay what is due, each in their own way, and pay by mistake."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from childmaintenance.demo import habits
from childmaintenance.demo.people import Family, Habit, Townsperson
from childmaintenance.demo.residents import Register
from childmaintenance.foundation.language import pounds
from childmaintenance.portals.machines.bank.stand_in import Account, Bank
from childmaintenance.portals.machines.bank.stand_in.words import StandingOrder

Tell = Callable[[str], None]
NOT_OURS = ("000099", "99999990")  # the account of somebody the service does not know


def go_to_the_bank(book: Register, bank: Bank, on: dt.date, tell: Tell) -> None:
    """Everybody's payments of one day. Done once for a day, whoever is killed when."""
    with bank.once(f"town:{on}") as is_new:
        if not is_new:
            return
        orders = {order.payer.bban: order for order in bank.standing_orders(on=on)}
        for family in book.people.families:
            due = book.dues.of(book.parties.get(book.payer(family), ""))
            if family.payer != family.key or family.pays is None or not due:
                continue
            if family.pays.how == "standing order":
                order = orders.get(account_of(family.paying).bban)
                _keep_standing_order(bank, family, due, book.dues.reference(family, book), order, on, tell)
            else:
                _pay(bank, family, family.pays, due, book.dues.reference(family, book), on, tell)
        _what_else_happens(book, bank, on, tell)


def account_of(person: Townsperson) -> Account:
    """Somebody's own account."""
    return Account(person.account_name, person.sort_code, person.account_number)


def _pay(
    bank: Bank, family: Family, habit: Habit, due: Mapping[dt.date, int], reference: str, on: dt.date, tell: Tell
) -> None:
    before, after = habits.reach(habit)
    for due_on in sorted(day for day in due if -after <= (day - on).days <= before):
        for payment in habits.payments(habit, due=due_on, pence=due[due_on], reference=reference):
            if payment.on != on:
                continue
            paid = bank.pay_in(
                on=on,
                pence=payment.pence,
                payer=account_of(family.paying),
                words=payment.words,
                end_to_end="NOTPROVIDED",
            )
            if payment.returned_after:
                bank.return_payment(paid, on=on + dt.timedelta(days=payment.returned_after))
            tell(
                f"{family.paying.name} paid {pounds(payment.pence)}{_remark(payment, due_on, due[due_on], reference)}."
            )


def _remark(payment: habits.Payment, due_on: dt.date, pence: int, reference: str) -> str:
    if payment.words.replace(" ", "") != reference:
        return f" with the words {payment.words}"
    days = (payment.on - due_on).days
    if days > 0:
        return f", {days} days late"
    return f" of the {pounds(pence)} that were due" if payment.pence < pence else ""


def _keep_standing_order(
    bank: Bank,
    family: Family,
    due: Mapping[dt.date, int],
    reference: str,
    order: StandingOrder | None,
    on: dt.date,
    tell: Tell,
) -> None:
    """Have the order pay exactly what is due next: whoever pays so changes it when our letter says another sum."""
    to_come = min((day for day in due if day >= on and due[day] > 0), default=None)
    if order is not None and order.next_on < on:
        return  # a weekend's payment that goes on Monday
    if order is not None and (order.next_on, order.pence, order.words) != (
        to_come,
        due.get(to_come or on),
        reference,
    ):
        bank.stop_standing_order(order.number, on=on)
        order = None
    if order is None and to_come is not None and family.pay is not None:
        bank.standing_order(
            payer=account_of(family.paying),
            words=reference,
            pence=due[to_come],
            every=family.pay["every"],
            first_on=to_come,
        )
        tell(f"{family.paying.name} set up a standing order of {pounds(due[to_come])} from {to_come.day} {to_come:%B}.")


def _what_else_happens(book: Register, bank: Bank, on: dt.date, tell: Tell) -> None:
    for stranger in book.people.strangers:
        if stranger.on == on:
            bank.pay_in(on=on, pence=stranger.pence, payer=Account(stranger.name, *NOT_OURS), words=stranger.words)
            tell(f"Somebody we do not know paid {pounds(stranger.pence)} into our account.")
    for family in book.people.families:
        if family.closes_account is not None and (on - family.applies_on).days == family.closes_account:
            bank.close_somebodys_account(account_of(family.receiving))
            tell(f"{family.receiving.name} closed her bank account.")
