"""Run the stand-in bank: `python -m childmaintenance.portals.machines.bank.stand_in --folder bank`."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from pathlib import Path

from .bank import Bank
from .server import Counter
from .words import Account


def main() -> None:
    """Serve until told to stop; the address is printed once it answers."""
    words = argparse.ArgumentParser(prog="bank.stand_in", description=__doc__)
    words.add_argument("--folder", type=Path, required=True, help="where the bank keeps its books")
    words.add_argument("--statements", type=Path, help="where statements arrive (default: in the folder)")
    words.add_argument("--payouts", type=Path, help="where payout files are picked up (default: in the folder)")
    words.add_argument("--account", default="00-00-00 00000000", help="sort code and number of the client account")
    words.add_argument("--name", default="Open Child Maintenance client account")
    words.add_argument("--opening", type=int, default=0, help="pence on the account when it is opened")
    words.add_argument("--port", type=int, default=8092)
    given = words.parse_args()
    sort_code, number = given.account.replace("-", "").split()
    bank = Bank(given.folder, statements=given.statements, payouts=given.payouts)
    bank.open_account(Account(given.name, sort_code, number), opening=given.opening)
    stop = threading.Event()
    for wish in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wish, lambda *_: stop.set())
    with Counter(bank, port=given.port) as counter:
        sys.stdout.write(f"Bank stand-in at {counter.url}\n")
        sys.stdout.flush()
        stop.wait()
    bank.close()


if __name__ == "__main__":
    main()
