"""Run the stand-in for HMRC: `python -m childmaintenance.portals.machines.hmrc.stand_in --people people.json`."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from pathlib import Path

from .people import People
from .server import StandIn


def main() -> None:
    """Serve until told to stop; the address is printed once it answers."""
    words = argparse.ArgumentParser(prog="hmrc.stand_in", description=__doc__)
    words.add_argument("--people", type=Path, help="a people file, JSON")
    words.add_argument("--host", default="127.0.0.1")
    words.add_argument("--port", type=int, default=8091)
    words.add_argument("--invent-strangers", action="store_true", help="give every unknown person an income")
    given = words.parse_args()
    if given.people:
        people = People.from_file(given.people, invent_strangers=given.invent_strangers)
    else:
        people = People([], invent_strangers=given.invent_strangers)
    secret = os.environ.get("HMRC_CLIENT_SECRET")
    house = StandIn(people, host=given.host, port=given.port, **({"client_secret": secret} if secret else {}))
    stop = threading.Event()
    for wish in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wish, lambda *_: stop.set())
    house.start()
    sys.stdout.write(f"HMRC stand-in at {house.url}\n")
    sys.stdout.flush()
    stop.wait()
    house.stop()


if __name__ == "__main__":
    main()
