"""What the bank writes down at the end of a day."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from childmaintenance.portals.machines.bank.stand_in import Account, Bank
from childmaintenance.portals.machines.bank.stand_in.bank import pay_day
from childmaintenance.portals.machines.bank.stand_in.server import Counter
from childmaintenance.portals.machines.bank.stand_in.words import BankRefuses, Every, Kind

from .conftest import CLIENT
from .files import balances, entries

MONDAY = date(2026, 3, 2)
GARETH = Account("G BEVAN-TREMLOW", "000002", "00000101")


def test_a_payment_in_is_on_the_statement_with_its_words(bank: Bank) -> None:
    reference = bank.pay_in(on=MONDAY, pence=120_00, payer=GARETH, words="123456789012")
    file = bank.end_day(MONDAY)
    [line] = entries(file)
    assert (line.pence, line.reference, line.codes) == (120_00, reference, "RCDT/DMCT")
    assert (line.names, line.words) == (("G BEVAN-TREMLOW",), ("123456789012",))
    assert balances(file) == (1_000_00, 1_120_00)
    assert file.name == "statement-2026-03-02-00001.xml"


def test_each_day_opens_where_the_last_one_closed(bank: Bank) -> None:
    for day in range(5):
        on = MONDAY + timedelta(days=day)
        bank.pay_in(on=on, pence=1 + day, payer=GARETH, words="x")
        opening, closing = balances(bank.end_day(on))
        assert closing == opening + 1 + day
    assert bank.books().balance == 1_000_00 + 15
    assert len({movement.reference for movement in bank.books().movements}) == 5


def test_a_day_without_movements_has_a_statement_too(bank: Bank) -> None:
    file = bank.end_day(MONDAY)
    assert entries(file) == []
    assert balances(file) == (1_000_00, 1_000_00)


def test_a_standing_order_pays_on_working_days_until_it_is_stopped(bank: Bank) -> None:
    saturday = MONDAY + timedelta(days=5)
    number = bank.standing_order(payer=GARETH, words="ref", pence=30_00, every="W", first_on=saturday)
    paid = []
    for day in range(26):
        on = MONDAY + timedelta(days=day)
        if on == MONDAY + timedelta(days=20):
            bank.stop_standing_order(number, on=on)
        paid += [on] * len(entries(bank.end_day(on)))
    assert paid == [MONDAY + timedelta(days=7), MONDAY + timedelta(days=14)]
    assert bank.books().total(Kind.IN) == 60_00


def test_standing_orders_can_be_looked_at(bank: Bank) -> None:
    number = bank.standing_order(payer=GARETH, words="ref", pence=30_00, every="2W", first_on=MONDAY)
    [order] = bank.standing_orders(on=MONDAY)
    assert (order.number, order.payer, order.pence, order.next_on) == (number, GARETH, 30_00, MONDAY)
    bank.end_day(MONDAY)
    [order] = bank.standing_orders(on=MONDAY)
    assert order.next_on == MONDAY + timedelta(weeks=2)
    bank.stop_standing_order(number, on=MONDAY + timedelta(days=1))
    assert bank.standing_orders(on=MONDAY + timedelta(days=1)) == []


def test_what_is_done_at_once_happens_together_and_once_for_a_key(bank: Bank) -> None:
    def visit(*, interrupted: bool = False) -> None:
        with bank.once("monday") as is_new:
            if is_new:
                bank.pay_in(on=MONDAY, pence=5_00, payer=GARETH, words="x")
            if interrupted:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        visit(interrupted=True)
    visit()
    visit()
    assert not bank.has_ended(MONDAY)
    assert [line.pence for line in entries(bank.end_day(MONDAY))] == [5_00]
    assert bank.has_ended(MONDAY) and not bank.has_ended(MONDAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("every", "third"),
    [("W", date(2026, 2, 14)), ("2W", date(2026, 2, 28)), ("4W", date(2026, 3, 28)), ("M", date(2026, 3, 31))],
)
def test_the_days_of_a_standing_order(every: str, third: date) -> None:
    assert pay_day(date(2026, 1, 31), Every(every), 2) == third
    assert pay_day(date(2026, 1, 31), Every.MONTH, 1) == date(2026, 2, 28)


def test_a_payment_that_comes_back_names_the_payment_it_undoes(bank: Bank) -> None:
    paid = bank.pay_in(on=MONDAY, pence=50_00, payer=GARETH, words="ref", end_to_end="E2E-7")
    bank.end_day(MONDAY)
    back = bank.return_payment(paid, on=MONDAY + timedelta(days=1))
    file = bank.end_day(MONDAY + timedelta(days=1))
    [line] = entries(file)
    assert (line.pence, line.reference, line.names_entry) == (-50_00, back, (paid,))
    assert (line.reason, line.reversal, line.end_to_end) == ("MD07", True, ("E2E-7",))
    assert balances(file) == (1_050_00, 1_000_00)
    with pytest.raises(BankRefuses):
        bank.return_payment(paid, on=MONDAY + timedelta(days=2))


def test_the_bank_wakes_up_where_it_was(bank: Bank, folder: Path) -> None:
    bank.pay_in(on=MONDAY, pence=70_00, payer=GARETH, words="ref")
    bank.close()
    again = Bank(folder)
    again.open_account(CLIENT)
    assert balances(again.end_day(MONDAY)) == (1_000_00, 1_070_00)
    first = again.books()
    again.close()
    third = Bank(folder)
    third.end_day(MONDAY)
    assert third.books() == first
    with pytest.raises(BankRefuses):
        third.open_account(GARETH)
    third.close()


def test_a_statement_that_was_drawn_but_not_sent_is_sent_on_waking(bank: Bank, folder: Path) -> None:
    bank.pay_in(on=MONDAY, pence=70_00, payer=GARETH, words="ref")
    bank.statements.rename(folder / "gone")  # the disk goes away between the books and the file
    with pytest.raises(FileNotFoundError):
        bank.end_day(MONDAY)
    (folder / "gone").rename(bank.statements)
    assert len(entries(bank.end_day(MONDAY))) == 1
    assert bank.books().balance == 1_070_00


def test_the_past_is_closed(bank: Bank) -> None:
    bank.end_day(MONDAY)
    with pytest.raises(BankRefuses):
        bank.end_day(MONDAY - timedelta(days=1))


def test_the_counter_serves_over_http(bank: Bank) -> None:
    def post(path: str, **given: object) -> dict[str, object]:
        with urlopen(Request(counter.url + path, json.dumps(given).encode(), method="POST")) as answer:  # noqa: S310
            return dict(json.load(answer))

    payer = {"name": "A Person", "sort_code": "000003", "number": "00000001"}
    with Counter(bank) as counter:
        paid = post("/payments", on="2026-03-02", pence=10_00, payer=payer, words="x")
        order = post("/standing-orders", first_on="2026-03-02", pence=5_00, payer=payer, words="y", every="2W")
        post("/days/2026-03-02/end")
        post(f"/standing-orders/{order['number']}/stop", on="2026-03-03")
        post("/returns", on="2026-03-03", reference=paid["reference"])
        post("/days/2026-03-03/end")
        with urlopen(counter.url + "/books") as answer:  # noqa: S310
            assert json.load(answer)["balance"] == 1_005_00
        for path, status in (("/payments", 400), ("/nowhere", 400), ("/returns", 409)):
            with pytest.raises(HTTPError) as refused:
                post(path, on="2026-03-03", reference="none")
            assert refused.value.code == status
