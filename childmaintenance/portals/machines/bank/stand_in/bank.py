"""The bank as its customers meet it: pay in, set up a standing order, close an account, end the day."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from . import mischief, payout_files, statement
from .books import Store
from .files import put_in_place
from .words import SPOILING, Account, BankRefuses, Books, Every, Kind, Mischief, StandingOrder


class Bank:
    """One bank with one client account, kept in `folder`; several programs may open the same folder.

    `statements` is where its files arrive for the client, `payouts` is where it looks for the client's files.
    """

    def __init__(self, folder: Path, *, statements: Path | None = None, payouts: Path | None = None) -> None:
        self.statements = statements or folder / "statements"
        self.payouts = payouts or folder / "payouts"
        for place in (folder, self.statements, self.payouts):
            place.mkdir(parents=True, exist_ok=True)
        self._store = Store(folder / "books.sqlite3")

    def close(self) -> None:
        """Let go of the books; everything is already kept."""
        self._store.close()

    # ---- The client account

    def open_account(self, account: Account, *, opening: int = 0) -> None:
        """Open the client account with some pence on it; asking again for the same account changes nothing."""
        with self._store.change() as db:
            rows = db.execute("select name, sort_code, number from account").fetchall()
            if rows and rows[0] != (account.name, account.sort_code, account.number):
                raise BankRefuses("Another account is open already.")
            if not rows:
                row = (account.name, account.sort_code, account.number, opening)
                db.execute("insert into account values (1, ?, ?, ?, ?)", row)

    def books(self) -> Books:
        """Everything booked so far, for both sides to compare."""
        _, opening = self._store.account()
        return Books(opening, self._store.balance(), self._store.movements())

    # ---- What people do

    def pay_in(self, *, on: date, pence: int, payer: Account, words: str, end_to_end: str = "NOTPROVIDED") -> str:
        """Somebody pays into the client account, with the words they typed; answers the bank's reference."""
        if pence <= 0:
            raise BankRefuses("A payment is more than nothing.")
        return self._store.add_movement(
            on=on, pence=pence, kind=Kind.IN, party=payer, words=words[:140], end_to_end=end_to_end
        )

    def return_payment(self, reference: str, *, on: date, reason: str = "MD07") -> str:
        """Take back a payment in, for example because the payer's bank recalled it; answers the new reference."""
        found = self._store.movements("reference = ?", reference)
        if not found or found[0].kind is not Kind.IN:
            raise BankRefuses("There is no such payment in.")
        if self._store.ask("select 1 from movement where undoes = ?", reference):
            raise BankRefuses("That payment has come back already.")
        paid = found[0]
        return self._store.add_movement(
            on=on, pence=-paid.pence, kind=Kind.IN_BACK, party=paid.party, words=paid.words,
            end_to_end=paid.end_to_end, undoes=reference, reason=reason,
        )  # fmt: skip

    def standing_order(
        self, *, payer: Account, words: str, pence: int, every: Every | str, first_on: date, ends_on: date | None = None
    ) -> int:
        """Pay the same sum again and again until stopped; a weekend's payment goes on Monday. Answers its number."""
        if pence <= 0:
            raise BankRefuses("A standing order is more than nothing.")
        with self._store.change() as db:
            row = (
                payer.name, payer.sort_code, payer.number, words[:140], pence, str(Every(every)),
                first_on.isoformat(), (ends_on or date.max).isoformat(),
            )  # fmt: skip
            made = db.execute(
                "insert into standing_order (name, sort_code, account_number, words, pence, every, first_on, ends_on) "
                "values (?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            return int(made.lastrowid or 0)

    def stop_standing_order(self, number: int, *, on: date) -> None:
        """No payment of this standing order from this day on."""
        with self._store.change() as db:
            ends = (on - timedelta(days=1)).isoformat()
            changed = db.execute(
                "update standing_order set ends_on = min(ends_on, ?) where number = ?", (ends, number)
            ).rowcount
        if not changed:
            raise BankRefuses("There is no such standing order.")

    def standing_orders(self, *, on: date) -> list[StandingOrder]:
        """The orders that may still pay on this day or later, in the order in which they were set up."""
        rows = self._store.ask(
            "select number, name, sort_code, account_number, words, pence, every, first_on, paid from standing_order "
            "where ends_on >= ? and ends_on >= first_on order by number",
            on.isoformat(),
        )
        return [
            StandingOrder(
                number, Account(name, sort_code, account_number), words, pence, Every(every),
                pay_day(date.fromisoformat(first), Every(every), paid),
            )
            for number, name, sort_code, account_number, words, pence, every, first, paid in rows
        ]  # fmt: skip

    def close_somebodys_account(self, account: Account) -> None:
        """From now on a payout to this account comes back the next day (AC04)."""
        with self._store.change() as db:
            db.execute("insert or ignore into closed_account values (?)", (account.bban,))

    # ---- The end of the day

    def misbehave(self, how: Mischief | str, *, on: date) -> None:
        """Order some mischief for one day's statement; `Mischief.NONE` takes the order back."""
        with self._store.change() as db:
            db.execute("insert or replace into mischief values (?, ?)", (on.isoformat(), str(Mischief(how))))

    def has_ended(self, on: date) -> bool:
        """Whether this day is over."""
        return bool(self._store.ask("select 1 from statement where last_day >= ?", on.isoformat()))

    @contextmanager
    def once(self, key: str) -> Iterator[bool]:
        """Everything done at the bank inside happens together, and once for a key: yields False when it was done before."""
        with self._store.change() as db:
            yield db.execute("insert or ignore into done values (?)", (key,)).rowcount == 1

    def end_day(self, on: date) -> Path:
        """Pay standing orders, execute payout files, book the day and send its statement; answers the file sent.

        A day is ended once: asking again sends the same statement if it had not gone out, and books nothing.
        """
        with self._store.change() as db:
            ended = db.execute("select 1 from statement where last_day = ?", (on.isoformat(),)).fetchone()
            if not ended:
                later = db.execute("select max(last_day) from statement").fetchone()[0]
                if later and later > on.isoformat():
                    raise BankRefuses("That day is over: a later one has ended.")
                self._pay_standing_orders(on)
                done = payout_files.execute(self._store, self.payouts, on=on)
                db.execute(
                    "update movement set booked_on = ? where booked_on is null and due_on <= ?",
                    (on.isoformat(), on.isoformat()),
                )
                statement.draw(self._store, on=on, mischief=self._mischief(on))
        if not ended:
            payout_files.put_away(self.payouts, done)
        return self._send(on)

    def send_again(self, on: date) -> Path:
        """Send the true statement of a day, for example after a spoiled one; answers the file sent."""
        rows = self._store.ask("select number, body from statement where last_day = ?", on.isoformat())
        if not rows:
            raise BankRefuses("That day has not ended.")
        number, body = rows[0]
        copies = len(list(self.statements.parent.rglob(f"statement-{on}-{number:05d}*.xml")))
        return put_in_place(self.statements / f"statement-{on}-{number:05d}-again-{copies}.xml", body)

    def _send(self, on: date) -> Path:
        number, file, body, state = self._store.ask(
            "select number, file, body, state from statement where last_day = ?", on.isoformat()
        )[0]
        place = self.statements / file
        if state == "sent":
            return place
        how = self._mischief(on)
        if how in SPOILING:
            account, _ = self._store.account()
            body = mischief.spoil(body, how, account=account)
        put_in_place(place, body)
        if how is Mischief.SAME_FILE_AGAIN:
            put_in_place(self.statements / file.replace(".xml", "-copy.xml"), body)
        with self._store.change() as db:
            db.execute("update statement set state = 'sent' where number = ?", (number,))
        return place

    def _mischief(self, on: date) -> Mischief:
        rows = self._store.ask("select how from mischief where day = ?", on.isoformat())
        return Mischief(rows[0][0]) if rows else Mischief.NONE

    def _pay_standing_orders(self, on: date) -> None:
        if on.weekday() >= 5:
            return
        orders = self._store.ask(
            "select number, name, sort_code, account_number, words, pence, every, first_on, paid, ends_on from standing_order "
            "where first_on <= ? and ends_on >= first_on",
            on.isoformat(),
        )
        for number, name, sort_code, account_number, words, pence, every, first, paid, ends in orders:
            due = pay_day(date.fromisoformat(first), Every(every), paid)
            while due <= on and on.isoformat() <= ends:
                self.pay_in(on=on, pence=pence, payer=Account(name, sort_code, account_number), words=words)
                paid += 1
                due = pay_day(date.fromisoformat(first), Every(every), paid)
            with self._store.change() as db:
                db.execute("update standing_order set paid = ? where number = ?", (paid, number))


def pay_day(first: date, every: Every, already: int) -> date:
    """The day of a standing order's next payment after `already` payments; a short month pays on its last day."""
    weeks = {Every.WEEK: 1, Every.FORTNIGHT: 2, Every.FOUR_WEEKS: 4}.get(every)
    if weeks:
        return first + timedelta(weeks=weeks * already)
    year, month = divmod(first.year * 12 + first.month - 1 + already, 12)
    return date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1]))
