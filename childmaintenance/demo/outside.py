"""The town's outside world: the bank that holds the service's account, and HMRC with what it knows of everybody."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings

from childmaintenance.demo.people import Everybody, tax_record
from childmaintenance.demo.residents import Register
from childmaintenance.portals.machines.bank.folder import BankFolder
from childmaintenance.portals.machines.bank.stand_in import Account, Bank
from childmaintenance.portals.machines.hmrc import asking
from childmaintenance.portals.machines.hmrc.stand_in import People, StandIn
from childmaintenance.portals.machines.hmrc.stand_in.mischief import Mischief

PATIENCE = 10.0  # seconds


def bank_folder() -> Path:
    """Where the bank keeps its books and where files are exchanged with it."""
    return Path(settings.BANK_FOLDER)


def people_file() -> Path:
    """Where the stand-in for HMRC, which the demo runs beside the service, finds what everybody earned."""
    return bank_folder().parent / "hmrc-people.json"


@contextmanager
def open_bank() -> Iterator[Bank]:
    """The bank with the service's account, files arriving where our side looks for them."""
    shared = BankFolder(bank_folder())
    bank = Bank(bank_folder() / "the-bank", statements=shared.statements, payouts=shared.payouts)
    account = Account(settings.CLIENT_ACCOUNT_NAME, settings.CLIENT_SORT_CODE, settings.CLIENT_ACCOUNT_NUMBER)
    bank.open_account(account)
    try:
        yield bank
    finally:
        bank.close()


def tax_records(people: Everybody, first: dt.date) -> list[dict[str, Any]]:
    """A row of a people file for each paying parent."""
    return [tax_record(family, first) for family in people.families if family.payer == family.key]


def write_people(people: Everybody, first: dt.date) -> None:
    """Write the file for that stand-in."""
    file = people_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"people": tax_records(people, first)}, indent=1, ensure_ascii=False), "utf-8")


@contextmanager
def hmrc_answers(book: Register) -> Iterator[None]:
    """While the town lives its days, HMRC answers in this process and is asked once.

    Who is silent when the demo asks is out of order here, which comes to the same and takes no time.
    """
    rows = tax_records(book.people, book.first)
    for row in rows:
        if row["mischief"].get("how") == Mischief.SILENT:
            row["mischief"] = {"how": Mischief.UNAVAILABLE.value, "seconds": 0}
    with (
        StandIn(People(rows)) as hmrc,
        asking.connected_to(hmrc.url, client_secret=hmrc.client_secret, timeout=PATIENCE, waits=()),
    ):
        yield
