"""Our side of the folder: every file once, whatever is killed in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from childmaintenance.portals.machines.bank import folder as folder_module
from childmaintenance.portals.machines.bank.folder import AnotherFile, BankFolder, NotAStatement


@pytest.fixture
def shared(tmp_path: Path) -> BankFolder:
    return BankFolder(tmp_path)


def put(shared: BankFolder, name: str, body: bytes = b"<a/>") -> None:
    (shared.statements / name).write_bytes(body)


def test_statements_are_taken_in_the_order_of_their_names_and_once(shared: BankFolder) -> None:
    put(shared, "2.xml", b"two")
    put(shared, "1.xml", b"one")
    had: list[bytes] = []
    assert [taken.file for taken in shared.take_in(had.append)] == ["1.xml", "2.xml"]
    assert shared.take_in(had.append) == []
    assert had == [b"one", b"two"]
    assert sorted(file.name for file in shared.taken.iterdir()) == ["1.xml", "2.xml"]


def test_half_a_file_is_not_looked_at(shared: BankFolder) -> None:
    put(shared, ".1.xml.99.part")
    put(shared, "note.txt")
    assert shared.take_in(lambda body: None) == []


def test_a_refused_file_has_its_reason_beside_it_and_the_next_is_taken(shared: BankFolder) -> None:
    put(shared, "1.xml", b"bad")
    put(shared, "2.xml", b"good")

    def take(body: bytes) -> None:
        if body == b"bad":
            raise NotAStatement("The balances do not agree with the entries.")

    assert [taken.refused_because for taken in shared.take_in(take)] == [
        "The balances do not agree with the entries.",
        "",
    ]
    assert (shared.refused / "1.xml").read_bytes() == b"bad"
    assert "balances" in (shared.refused / "1.xml.reason.txt").read_text()
    assert (shared.taken / "2.xml").exists()


def test_the_same_name_twice_overwrites_nothing(shared: BankFolder) -> None:
    for body in (b"one", b"two", b"three"):
        put(shared, "1.xml", body)
        shared.take_in(lambda body: None)
    assert sorted(file.read_bytes() for file in shared.taken.iterdir()) == [b"one", b"three", b"two"]


def test_a_file_that_is_too_large_is_refused_unread(shared: BankFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_module, "LARGEST_STATEMENT", 10)
    put(shared, "1.xml", b"x" * 11)
    had: list[bytes] = []
    assert "larger" in shared.take_in(had.append)[0].refused_because
    assert had == []


def test_when_something_breaks_the_file_waits_and_is_given_again(shared: BankFolder) -> None:
    put(shared, "1.xml", b"one")

    def breaks(body: bytes) -> None:
        raise OSError("the database is away")

    with pytest.raises(OSError, match="away"):
        shared.take_in(breaks)
    had: list[bytes] = []
    shared.take_in(had.append)
    assert had == [b"one"]


def test_a_payout_file_is_dropped_off_once_even_after_the_bank_took_it(shared: BankFolder) -> None:
    assert shared.drop_off("F-1", b"<pay/>") is True
    assert (shared.payouts / "F-1.xml").read_bytes() == b"<pay/>"
    assert shared.drop_off("F-1", b"<pay/>") is False
    (shared.payouts / "F-1.xml").unlink()  # the bank picked it up
    assert shared.drop_off("F-1", b"<pay/>") is False
    assert list(shared.payouts.iterdir()) == []


def test_other_content_under_the_same_name_is_not_dropped_off(shared: BankFolder) -> None:
    shared.drop_off("F-1", b"<pay/>")
    with pytest.raises(AnotherFile):
        shared.drop_off("F-1", b"<pay more/>")
    assert (shared.payouts / "F-1.xml").read_bytes() == b"<pay/>"


class Killed(BaseException):
    """What a test throws where a process would die."""


@pytest.mark.parametrize("after", range(1, 9))
def test_killed_at_any_step_it_is_still_dropped_off_exactly_once(
    shared: BankFolder, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    steps = 0

    def dying(real):  # type: ignore[no-untyped-def]
        def step(*given):  # type: ignore[no-untyped-def]
            nonlocal steps
            steps += 1
            if steps == after:
                raise Killed
            return real(*given)

        return step

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", dying(Path.replace))
        patch.setattr(folder_module.os, "fsync", dying(folder_module.os.fsync))
        try:
            first = shared.drop_off("F-1", b"<pay/>")
        except Killed:
            first = None
    delivered = (shared.payouts / "F-1.xml").exists()
    again = shared.drop_off("F-1", b"<pay/>")
    assert (shared.payouts / "F-1.xml").read_bytes() == b"<pay/>"
    assert again is not delivered
    assert first is None or steps < after
    assert shared.drop_off("F-1", b"<pay/>") is False
