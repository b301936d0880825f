"""The folder that we share with the bank: each statement is taken in once, each payout file is dropped off once.

statements/            the bank puts files here      taken/ and refused/ are where we put them afterwards
payouts/               the bank picks files up here  ours/ is where we make them ready and remember them
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

LARGEST_STATEMENT = 512 * 1024 * 1024  # bytes; what is in a file is judged by collection, this only guards our memory


class NotAStatement(Exception):
    """A file cannot be taken in; the sentence says why and is put beside it."""


class AnotherFile(Exception):
    """A payout file of this name was dropped off before with other content; nothing is overwritten."""


@dataclass(frozen=True)
class Taken:
    """One file that was dealt with: its name, and why it was refused (empty when it was taken)."""

    file: str
    refused_because: str = ""


class BankFolder:
    """The shared folder; makes its subfolders when they are missing."""

    def __init__(self, folder: Path) -> None:
        self.statements, self.payouts = folder / "statements", folder / "payouts"
        self.taken, self.refused = self.statements / "taken", self.statements / "refused"
        self.ours = folder / "ours"
        for place in (self.taken, self.refused, self.payouts, self.ours):
            place.mkdir(parents=True, exist_ok=True)

    def take_in(self, take: Callable[[bytes], object]) -> list[Taken]:
        """Give every waiting statement to `take`, in the order of their names, and put it away.

        `take` keeps the content or raises NotAStatement. Killed in between, the file is still waiting and is given again: `take`
        must know content that it has had. Any other error stops here, leaves the file waiting and reaches the caller.
        """
        done = []
        for file in sorted(self.statements.glob("*.xml")):
            reason = ""
            try:
                if file.stat().st_size > LARGEST_STATEMENT:
                    raise NotAStatement("The file is larger than any statement may be.")
                take(file.read_bytes())
            except NotAStatement as refusal:
                reason = str(refusal) or "The file could not be read as a statement."
            self._put_away(file, reason)
            done.append(Taken(file.name, reason))
        return done

    def _put_away(self, file: Path, reason: str) -> None:
        place = self.refused if reason else self.taken
        target = place / file.name
        number = 1
        while target.exists():  # the bank may use a name again; nothing that came is overwritten
            number += 1
            target = place / f"{file.stem}.{number}{file.suffix}"
        if reason:
            _write(target.with_name(f"{target.name}.reason.txt"), reason.encode())
        file.replace(target)

    def drop_off(self, name: str, body: bytes) -> bool:
        """Put a payout file where the bank picks it up, exactly once; answers whether this call did it.

        The file is made ready in ours/, a marker says that it is ready, and one rename hands it over. Ready and gone means handed
        over, whatever the bank did with it since. Other content under the same name raises AnotherFile.
        """
        ready, marker = self.ours / f"{name}.xml", self.ours / f"{name}.sha256"
        digest = hashlib.sha256(body).hexdigest()
        if marker.exists():
            if marker.read_text() != digest:
                raise AnotherFile(f"{name} was made ready before with other content.")
        else:
            _write(ready, body)
            _write(marker, digest.encode())
        try:
            ready.replace(self.payouts / ready.name)
        except FileNotFoundError:
            return False
        _make_durable(self.payouts)
        return True


def _write(place: Path, body: bytes) -> None:
    """Write beside the place and rename into it: a reader, or a killed process, never leaves half a file."""
    beside = place.with_name(f".{place.name}.{os.getpid()}.part")
    with beside.open("wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(place)
    _make_durable(place.parent)


def _make_durable(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
