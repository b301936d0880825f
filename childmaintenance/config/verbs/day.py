"""./run day: the town lives one more day, or several, and prints what happened."""

import contextlib
import fcntl
from collections.abc import Iterator

from childmaintenance.config import town
from childmaintenance.config.places import LOCAL
from childmaintenance.config.refusal import Refused

MOST = 366
NO_TOWN = "There is no town yet: ./run demo builds it."


def main(arguments: list[str]) -> int:
    """Move the town's clock on by so many days, whether the demo is being served or not."""
    number = arguments[0] if arguments else "1"
    if len(arguments) > 1 or not (number.isascii() and number.isdigit()) or not 1 <= int(number) <= MOST:
        raise Refused(f"Say how many days, from 1 to {MOST}: ./run day 7")
    if not town.cluster().is_made:
        raise Refused(NO_TOWN)
    with alone(), town.cluster().in_use() as running:
        if not town.is_built(running):
            raise Refused(NO_TOWN)
        town.command(["live_days", number], town.environment(town.NAME), show=True)
    return 0


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """One day at a time."""
    LOCAL.mkdir(parents=True, exist_ok=True)
    with (LOCAL / "day.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Refused("The town is already living a day. Wait until it is over.") from None
        yield
