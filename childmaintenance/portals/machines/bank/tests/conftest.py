"""The stand-in bank with the client account open, and people who pay into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from childmaintenance.portals.machines.bank.stand_in import Account, Bank

CLIENT = Account("Open Child Maintenance client account", "000001", "00000042")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the bank keeps everything."""
    return tmp_path / "bank"


@pytest.fixture
def bank(folder: Path) -> Iterator[Bank]:
    """A new bank with 1,000.00 pounds on the client account."""
    made = Bank(folder)
    made.open_account(CLIENT, opening=1_000_00)
    yield made
    made.close()
