"""Posting and correcting: keys, content, two at once, and what always holds."""

import datetime as dt
import threading
from collections import Counter

import pytest
from django.db import connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from childmaintenance.foundation.actor import Actor
from childmaintenance.ledger import actions, queries
from childmaintenance.ledger.terms import (
    AccountKind,
    AlreadyCorrected,
    JournalKind,
    KeyReused,
    NoSuchJournal,
    NotAnAmount,
    Posting,
    Unbalanced,
    entry,
)
from childmaintenance.ledger.tests.books import CLERK, MONDAY, received

DAY = dt.timedelta(days=1)
KINDS = [kind for kind in JournalKind if kind != JournalKind.CORRECTION]
ACCOUNTS = [
    (AccountKind.BANK, ""),
    (AccountKind.HELD_FOR, "P-1"),
    (AccountKind.HELD_FOR, "P-2"),
    (AccountKind.OWES_MAINTENANCE, "C-1"),
    (AccountKind.TO_PAY_OUT, "C-1"),
]
one_database = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def balanced(draw: st.DrawFn) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Two sides of the same sum, each a list of (account's place, pence)."""
    lines = st.tuples(st.integers(0, len(ACCOUNTS) - 1), st.integers(1, 10**9))
    debit = draw(st.lists(lines, min_size=1, max_size=4))
    total, credit = sum(pence for _, pence in debit), []
    while total:
        part = draw(st.integers(1, total)) if len(credit) < 4 else total
        credit.append((draw(st.integers(0, len(ACCOUNTS) - 1)), part))
        total -= part
    return debit, credit


def postings(sides: list[tuple[list[tuple[int, int]], list[tuple[int, int]]]]) -> list[Posting]:
    numbers = actions.open_accounts(ACCOUNTS)

    def side(lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(numbers[ACCOUNTS[place]], pence) for place, pence in lines]

    return [
        Posting(KINDS[place % len(KINDS)], MONDAY + place * DAY, f"key:{place}", "because", side(debit), side(credit))
        for place, (debit, credit) in enumerate(sides)
    ]


@pytest.mark.django_db
@one_database
@given(st.lists(balanced(), max_size=8))
def test_whatever_is_posted_the_trial_balance_comes_to_nought(sides: list) -> None:
    with transaction.atomic():
        asked = postings(sides)
        actions.post_many(asked, by=CLERK)
        expected = Counter[tuple[AccountKind, str]]()
        for debit, credit in sides:
            for place, pence in debit:
                expected[ACCOUNTS[place]] += pence
            for place, pence in credit:
                expected[ACCOUNTS[place]] -= pence
        assert queries.trial_balance().total == 0
        assert {name: queries.balance(*name) for name in ACCOUNTS} == {name: expected[name] for name in ACCOUNTS}
        assert sum(movement.pence for movement in queries.movements(ACCOUNTS)) == 0
        transaction.set_rollback(True)


@pytest.mark.django_db
@one_database
@given(st.lists(balanced(), min_size=1, max_size=6), st.data())
def test_a_correction_puts_every_balance_back(sides: list, data: st.DataObject) -> None:
    with transaction.atomic():
        asked = postings(sides)
        numbers = actions.post_many(asked[:-1], by=CLERK)
        before = {name: queries.balance(*name) for name in ACCOUNTS}
        numbers += actions.post_many(asked[-1:], by=CLERK)
        actions.correct(journal=numbers[-1], key="correction", because="it was wrong", on=MONDAY + 99 * DAY, by=CLERK)
        assert {name: queries.balance(*name) for name in ACCOUNTS} == before
        assert queries.trial_balance().total == 0
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_posted_twice_with_one_key_is_posted_once() -> None:
    assert received("receipt:1") == received("receipt:1")
    assert queries.balance(AccountKind.BANK, "") == 120_00


@pytest.mark.django_db
@pytest.mark.parametrize(
    "other",
    [{"pence": 120_01}, {"payer": "P-2"}, {"on": MONDAY + DAY}, {"because": "B-1.2"}],
    ids=lambda other: next(iter(other)),
)
def test_a_key_used_for_something_else_is_refused(other: dict) -> None:
    received("receipt:1")
    with pytest.raises(KeyReused):
        received("receipt:1", **other)
    assert queries.balance(AccountKind.BANK, "") == 120_00


@pytest.mark.django_db
def test_many_with_some_posted_before_posts_the_rest() -> None:
    numbers = actions.open_accounts([(AccountKind.BANK, ""), (AccountKind.HELD_FOR, "P-1")])
    bank, held = numbers.values()
    many = [Posting(JournalKind.RECEIPT, MONDAY, f"receipt:{n}", "", [(bank, n)], [(held, n)]) for n in range(1, 6)]
    first = actions.post_many(many[1:3], by=CLERK)
    assert actions.post_many(many, by=CLERK)[1:3] == first
    assert queries.balance(AccountKind.BANK, "") == 15
    with pytest.raises(KeyReused):
        actions.post_many([*many, many[0]._replace(key="receipt:9"), many[4]._replace(because="else")], by=CLERK)
    assert queries.balance(AccountKind.BANK, "") == 15


@pytest.mark.django_db
@pytest.mark.parametrize("pence", [0, -1, 1.5, True, "100"])
def test_only_whole_pence_above_nought_is_an_amount(pence: object) -> None:
    with pytest.raises(NotAnAmount):
        entry(AccountKind.BANK, "", pence)  # type: ignore[arg-type]


@pytest.mark.django_db
def test_an_unbalanced_journal_does_not_reach_the_database() -> None:
    with pytest.raises(Unbalanced):
        actions.post(
            kind=JournalKind.RECEIPT,
            on=MONDAY,
            key="x",
            because="",
            debit=[entry(AccountKind.BANK, "", 5)],
            credit=[entry(AccountKind.HELD_FOR, "P-1", 4)],
            by=CLERK,
        )


@pytest.mark.django_db
def test_a_journal_is_corrected_once() -> None:
    number = received("receipt:1")
    again = {"journal": number, "because": "returned", "on": MONDAY + DAY, "by": CLERK}
    correction = actions.correct(key="return:1", **again)
    assert actions.correct(key="return:1", **again) == correction
    with pytest.raises(AlreadyCorrected):
        actions.correct(key="return:2", **again)
    with pytest.raises(NoSuchJournal):
        actions.correct(key="return:3", **{**again, "journal": 987654321})
    assert queries.balance(AccountKind.BANK, "") == 0


@pytest.mark.django_db
def test_a_correction_can_itself_be_corrected() -> None:
    number = received("receipt:1")
    correction = actions.correct(journal=number, key="return:1", because="a slip", on=MONDAY, by=CLERK)
    actions.correct(journal=correction, key="return:1:undone", because="no slip", on=MONDAY, by=CLERK)
    assert queries.balance(AccountKind.BANK, "") == 120_00


@pytest.mark.django_db
def test_movements_are_in_the_order_of_the_days_and_between_them() -> None:
    received("receipt:2", 2, on=MONDAY + DAY)
    received("receipt:1", 1, on=MONDAY)
    received("receipt:3", 3, on=MONDAY + 2 * DAY)
    accounts = [(AccountKind.HELD_FOR, "P-1"), (AccountKind.HELD_FOR, "P-none")]
    assert [movement.pence for movement in queries.movements(accounts)] == [-1, -2, -3]
    assert [m.pence for m in queries.movements(accounts, since=MONDAY + DAY, upto=MONDAY + DAY)] == [-2]
    assert queries.balance(AccountKind.HELD_FOR, "P-1", upto=MONDAY + DAY) == -3
    assert queries.balances(AccountKind.HELD_FOR, ["P-1", "P-none"]) == {"P-1": -6, "P-none": 0}
    assert queries.standing(AccountKind.HELD_FOR) == {"P-1": -6}


@pytest.mark.django_db
def test_what_a_person_typed_is_kept_to_the_letter() -> None:
    because = "tab\there, a\\backslash, a new\nline, \\N and Cŵn"
    received("receipt:1", because=because)
    [movement] = queries.movements([(AccountKind.BANK, "")])
    assert movement.because == because


@pytest.mark.parametrize("content", ["the same", "other"])
def test_two_at_once_with_one_key_post_once(own_database: str, content: str) -> None:
    both_are_ready = threading.Barrier(2)
    outcomes: list[object] = []

    def post(number: int) -> None:
        try:
            with transaction.atomic():
                both_are_ready.wait(10)
                outcomes.append(received("receipt:1", because="B-1.1" if content == "the same" else f"B-1.{number}"))
        except KeyReused as refused:
            outcomes.append(refused)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=post, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert queries.balance(AccountKind.BANK, "") == 120_00
    if content == "the same":
        assert len(outcomes) == 2 and len(set(outcomes)) == 1
    else:
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["KeyReused", "int"]


def test_two_at_once_that_open_the_same_account_agree(own_database: str) -> None:
    both_are_ready = threading.Barrier(2)
    found: list[dict] = []

    def open_them() -> None:
        with transaction.atomic():
            both_are_ready.wait(10)
            found.append(actions.open_accounts(ACCOUNTS))
        connections.close_all()

    threads = [threading.Thread(target=open_them) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(found) == 2 and found[0] == found[1]


@pytest.mark.django_db
def test_a_journal_says_who_posted_it() -> None:
    actions.post(
        kind=JournalKind.BANK_OTHER,
        on=MONDAY,
        key="charge",
        because="bank charge",
        debit=[entry(AccountKind.BANK_CHARGES, "", 50)],
        credit=[entry(AccountKind.BANK, "", 50)],
        by=Actor("staff", "U-1"),
    )
    from childmaintenance.ledger.models import Journal

    assert Journal.objects.get(key="charge").by == "staff:U-1"
