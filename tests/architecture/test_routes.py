"""Every address, and who may use it. A new one is not there until somebody has said who may, and it is in tests/routes.txt."""

from childmaintenance.config.places import ROOT
from childmaintenance.config.routes import UNMARKED, routes

TABLE = ROOT / "tests" / "routes.txt"


def test_every_address_says_who_may_use_it() -> None:
    unmarked = [line for line in routes() if line.endswith(UNMARKED)]
    assert not unmarked, "Put a mark of accounts.access on:\n" + "\n".join(unmarked)


def test_the_addresses_are_those_of_the_table() -> None:
    table = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    now = routes()
    new, gone = sorted(set(now) - set(table)), sorted(set(table) - set(now))
    difference = [*(f"+ {line}" for line in new), *(f"- {line}" for line in gone)]
    assert not difference, "\n".join(["If this is meant: ./run routes > tests/routes.txt", *difference])


def test_nothing_is_open_to_everybody_without_a_reason() -> None:
    assert not [line for line in routes() if line.split(" | ")[1].strip() in ("anyone", "anyone:")]
