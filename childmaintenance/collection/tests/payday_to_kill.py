"""A payday in a process that is there to be killed: python -m … BANK-FILE DAY KILLS SEED.

The parent loads the service once and makes a child for each try; a child does the whole payday, from the morning to the files
for the bank, in the smallest steps there are. It is killed with SIGKILL after a random moment, until so many were killed in the
middle of their work; the last child is left to finish. Says how many were killed unfinished.
"""

import datetime as dt
import os
import random
import signal
import sys
import time
from pathlib import Path


def main(file: str, day: str, kills: str, seed: str) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "childmaintenance.config.settings")
    import django

    django.setup()
    data, on, chance = Path(file).read_bytes(), dt.date.fromisoformat(day), random.Random(seed)
    killed = 0
    while killed < int(kills):
        child = _begin(data, on)
        time.sleep(chance.uniform(0, 0.12))
        done, _status = os.waitpid(child, os.WNOHANG)
        if done:
            break  # the payday is over before it could be killed often enough: the next one goes on
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        killed += 1
    _pid, status = os.waitpid(_begin(data, on), 0)
    sys.stdout.write(f"{killed}\n")
    return os.waitstatus_to_exitcode(status)


def _begin(data: bytes, on: dt.date) -> int:
    child = os.fork()
    if child:
        return child
    try:
        payday(data, on)
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def payday(data: bytes, on: dt.date) -> None:
    """The whole of a payday. What an earlier, killed one has done is found done."""
    from childmaintenance.collection import actions, queries
    from childmaintenance.collection.terms import FileState
    from childmaintenance.collection.tests.families import CLERK, LEADER, PAYDAY
    from childmaintenance.foundation import clock

    with clock.travel(on):
        actions.start_of_day(on=on, by=PAYDAY)
        actions.take_in_statement(data=data, by=PAYDAY)
        while actions.allocate(by=PAYDAY, most=1):
            pass
        waiting = [file.reference for file in queries.payout_files() if file.state == FileState.PREPARED]
        file = waiting[0] if waiting else actions.prepare_payouts(on=on, by=CLERK)
        if file:
            actions.release_payouts(file=file, by=LEADER)
        for reference, _body in queries.files_to_send():
            actions.mark_sent(file=reference, by=PAYDAY)


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
