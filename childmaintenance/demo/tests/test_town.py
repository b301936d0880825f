"""A small town lives two months: its books balance, the bank agrees to the penny, and a day that was killed is lived again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import Status, TaskKind
from childmaintenance.collection import queries as collections
from childmaintenance.correspondence import queries as letters
from childmaintenance.demo import outside, payouts, town
from childmaintenance.demo.models import Household, Town
from childmaintenance.demo.people import everybody
from childmaintenance.ledger import queries as books
from childmaintenance.ledger.terms import AccountKind
from childmaintenance.portals.machines.bank.stand_in.words import Kind

pytestmark = pytest.mark.slow

LAST = dt.date(2026, 6, 19)
DAYS = 60
FEW = ("tremeirion", "brindlewick", "wetherlamb", "copperfold", "lochbrae", "carrickdoon", "marchwardine")


class Killed(BaseException):
    """What a test throws where a process would die."""


@pytest.fixture
def built(own_database: str, settings: Any, tmp_path: Path) -> Iterator[None]:
    """Seven families and sixty days, in a database of their own."""
    settings.BANK_FOLDER, settings.TOWN_CLOCK = str(tmp_path / "town" / "bank"), True
    town.build(lambda lived, days, where: None, last=LAST, days=DAYS, only=FEW)
    yield


def assert_that_the_books_agree() -> None:
    """Ours in themselves, ours with the bank's, and every penny received is in exactly one place."""
    with outside.open_bank() as bank:
        theirs = bank.books()
    assert books.balance(AccountKind.BANK, "") == theirs.balance
    whereabouts = collections.money_is_all_there()
    assert whereabouts.differences == ()
    assert whereabouts.received == theirs.total(Kind.IN) + theirs.total(Kind.IN_BACK)
    assert books.trial_balance().total == 0
    assert collections.statements_that_do_not_follow() == []


def test_a_small_town_lives_and_everything_agrees(built: None) -> None:
    assert_that_the_books_agree()
    statuses = {family: cases.case(case).status for family, case in Household.objects.values_list("family", "case")}
    assert set(statuses) == set(FEW)
    assert statuses["marchwardine"] == Status.WAITING_FOR_ANSWER
    assert all(status == Status.IN_PAYMENT for family, status in statuses.items() if family != "marchwardine")
    with outside.open_bank() as bank:
        theirs = bank.books()
    assert theirs.total(Kind.IN) > 500_00 and theirs.total(Kind.OUT) < -400_00
    for family in FEW:
        case = Household.objects.get(family=family).case_id
        assert letters.letters_of_case(case)
    assert [task.kind for task in cases.work_list(kinds=[TaskKind.RELEASE_PAYOUTS, TaskKind.SUSPENSE])]

    told: list[str] = []
    town.live_days(4, told.append)
    assert told[0] == "Saturday 20 June 2026"
    assert any("released the payments" in sentence for sentence in told)
    assert Town.objects.get().lived_until == LAST + dt.timedelta(days=4)
    assert_that_the_books_agree()


@pytest.mark.parametrize("where", ["settle", "prepare"])
def test_a_day_that_was_killed_is_lived_again_and_nobody_pays_twice(
    built: None, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def die(*_: object) -> None:
        raise Killed

    town.live_days(2, lambda sentence: None)  # to Sunday
    monkeypatch.setattr(payouts, where, die)
    with pytest.raises(Killed):
        town.live_days(1, lambda sentence: None)
    monkeypatch.undo()
    assert Town.objects.get().lived_until == LAST + dt.timedelta(days=2)
    told: list[str] = []
    town.live_days(1, told.append)
    assert told[0].startswith("Monday")
    assert_that_the_books_agree()
    with outside.open_bank() as bank:
        movements = bank.books().movements
    paid = [(movement.on, movement.party, movement.words) for movement in movements if movement.kind is Kind.IN]
    assert len(set(paid)) == len(paid)


def test_the_same_seed_is_the_same_town(own_database: str, settings: Any, tmp_path: Path) -> None:
    settings.BANK_FOLDER, settings.TOWN_CLOCK = str(tmp_path / "town" / "bank"), True
    town.build(lambda lived, days, where: None, last=LAST, days=40, only=FEW[:2])
    with outside.open_bank() as bank:
        seen = [(one.on, one.pence, one.kind, one.party.name) for one in bank.books().movements]
    weekly = {
        family: collections.plan(case).weekly  # type: ignore[union-attr]
        for family, case in Household.objects.values_list("family", "case")
    }
    # Worked out by hand: 31,200 / 365 x 7 = 598.36 a week, 16 % of it for two children, 1/7 off for 52 nights each.
    assert weekly["tremeirion"] == 8206
    people = everybody(LAST - dt.timedelta(days=40), LAST)
    assert {movement[3] for movement in seen} <= {people.by_key[key].paying.account_name for key in FEW[:2]} | {
        people.by_key[key].receiving.account_name for key in FEW[:2]
    } | {one.name for one in people.strangers}
    assert seen == sorted(seen, key=lambda one: one[0])


def test_without_a_town_no_day_can_be_lived(db: None) -> None:
    with pytest.raises(town.NoTown):
        town.live_days(1, lambda sentence: None)
