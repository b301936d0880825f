"""The bank's books in one SQLite file: every change is one transaction, so a killed bank wakes up where it was."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from .words import Account, BankRefuses, Kind, Movement

TABLES = """
create table if not exists account (
    one integer primary key check (one = 1), name text, sort_code text, number text, opening integer
);
create table if not exists movement (
    number integer primary key autoincrement,
    booked_on text,                      -- empty until the end of its day
    due_on text not null,
    pence integer not null check (pence <> 0),
    kind text not null,
    party_name text not null, party_sort_code text not null, party_number text not null,
    words text not null, end_to_end text not null,
    reference text not null unique, entry text not null,
    undoes text not null, reason text not null, message text not null, payment_info text not null
);
create index if not exists movement_booked on movement (booked_on);
create index if not exists movement_due on movement (due_on) where booked_on is null;
create table if not exists standing_order (
    number integer primary key autoincrement,
    name text, sort_code text, account_number text, words text, pence integer check (pence > 0),
    every text, first_on text, paid integer not null default 0, ends_on text
);
create table if not exists closed_account (bban text primary key);
create table if not exists payout_file (
    message text primary key, file text not null, sha256 text not null, executed_on text not null
);
create table if not exists statement (
    number integer primary key, first_day text not null, last_day text not null unique,
    opening integer not null, closing integer not null,
    file text not null, body blob not null,
    state text not null                  -- to-send, sent
);
create table if not exists mischief (day text primary key, how text not null);
create table if not exists done (key text primary key);
"""

MOVEMENT = (
    "number, booked_on, pence, kind, party_name, party_sort_code, party_number, words, end_to_end, reference, entry, "
    "undoes, reason, message, payment_info"
)


class Store:
    """The open SQLite file; `with store.change() as db` is one transaction."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.RLock()
        self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=30)
        self._db.execute("pragma journal_mode = wal")
        self._db.execute("pragma synchronous = full")
        self._db.executescript(TABLES)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Everything inside happens, or nothing does; other threads and programs wait."""
        with self._lock:
            if self._db.in_transaction:  # part of a larger change
                yield self._db
                return
            self._db.execute("begin immediate")
            try:
                yield self._db
            except BaseException:
                self._db.execute("rollback")
                raise
            self._db.execute("commit")

    def ask(self, question: str, *given: Any) -> list[tuple[Any, ...]]:
        """The rows that answer a question."""
        with self._lock:
            return self._db.execute(question, given).fetchall()

    def account(self) -> tuple[Account, int]:
        """The client account and what was on it when it was opened, in pence."""
        rows = self.ask("select name, sort_code, number, opening from account")
        if not rows:
            raise BankRefuses("No account has been opened yet.")
        name, sort_code, number, opening = rows[0]
        return Account(name, sort_code, number), opening

    def movements(self, where: str = "booked_on is not null", *given: Any) -> tuple[Movement, ...]:
        """Movements in the order in which they were booked."""
        rows = self.ask(f"select {MOVEMENT} from movement where {where} order by booked_on, number", *given)  # noqa: S608 - our own words
        return tuple(_movement(row) for row in rows)

    def balance(self) -> int:
        """What is on the account after everything booked, in pence."""
        _, opening = self.account()
        return opening + int(self.ask("select coalesce(sum(pence), 0) from movement where booked_on is not null")[0][0])

    def add_movement(
        self,
        *,
        on: date,
        pence: int,
        kind: Kind,
        party: Account,
        words: str,
        end_to_end: str,
        entry: str = "",
        undoes: str = "",
        reason: str = "",
        message: str = "",
        payment_info: str = "",
    ) -> str:
        """Write a movement that will be booked at the end of its day; answers its reference."""
        with self.change() as db:
            following = db.execute("select coalesce(max(number), 0) + 1 from movement").fetchone()[0]
            reference = f"{on:%Y%m%d}-{following:09d}"
            db.execute(
                "insert into movement (due_on, pence, kind, party_name, party_sort_code, party_number, words, end_to_end, "
                "reference, entry, undoes, reason, message, payment_info) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    on.isoformat(), pence, str(kind), party.name, party.sort_code, party.number, words, end_to_end,
                    reference, entry or reference, undoes, reason, message, payment_info,
                ),
            )  # fmt: skip
            return reference


def _movement(row: tuple[Any, ...]) -> Movement:
    number, booked_on, pence, kind, name, sort_code, account_number, *rest = row
    on = date.fromisoformat(booked_on) if booked_on else date.max
    return Movement(number, on, pence, Kind(kind), Account(name, sort_code, account_number), *rest)
