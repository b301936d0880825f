"""`law` and `values` install alone: no Django, no database, no other package; the same edition and the same answers."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from childmaintenance import law
from childmaintenance.law.command_line import COMMANDS
from childmaintenance.portals.developers.interface.examples import REQUESTS
from childmaintenance.portals.developers.interface.rules import answer_of

USER = '''"""Somebody else's program, checked strictly."""

from datetime import date

from childmaintenance.law.liability import Child, Facts, ReceivingParent, assess
from childmaintenance.values import Money

facts = Facts((ReceivingParent("A", (Child(nights=60),)),), gross_weekly_income=Money.of("500.00"))
total: Money = assess(facts, on=date(2026, 4, 1)).total
wrong: int = assess(facts, on=date(2026, 4, 1)).total
'''


def run(alone: Path, *command: str, said: str = "") -> "subprocess.CompletedProcess[str]":
    """A program of that environment, in a folder and with variables that know nothing of this checkout."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "OCM", "DJANGO"))
    }
    return subprocess.run(
        [str(alone / "bin" / command[0]), *command[1:]],
        input=said,
        cwd=alone,
        env=environment,
        capture_output=True,
        text=True,
    )


def test_the_wheel_holds_the_law_and_the_values_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    rooms = {name.split("/")[1] for name in names if name.startswith("childmaintenance/")}
    assert rooms == {"__init__.py", "py.typed", "law", "values"}
    assert not [name for name in names if "/tests/" in name]
    assert [name for name in names if name.endswith("/licenses/LICENSE")]


def test_nothing_else_is_installed(alone: Path) -> None:
    listed = run(alone, "python", "-c", "import importlib.metadata as m; print([d.name for d in m.distributions()])")
    assert listed.stdout.strip() == "['childmaintenance-rules']"
    assert run(alone, "python", "-c", "import django").returncode != 0


def test_it_is_the_same_edition_of_the_rules(alone: Path) -> None:
    said = run(alone, "python", "-c", "from childmaintenance import law; print(law.RULEBOOK, law.__file__)").stdout
    edition, place = said.split()
    assert edition == law.RULEBOOK
    assert Path(place).is_relative_to(alone)


def test_every_command_answers_as_it_does_here(alone: Path) -> None:
    receipt = answer_of("receipt", REQUESTS["receipt"])["receipt"]
    for name in COMMANDS:
        asked = {"id": 1, "receipt": receipt} if name == "check" else REQUESTS[name]
        done = run(alone, "childmaintenance", name, said=json.dumps(asked))
        assert (done.returncode, done.stderr) == (0, "")
        assert json.loads(done.stdout) == answer_of(name, asked)


def test_it_prints_its_sentences_and_its_book(alone: Path) -> None:
    said = run(alone, "childmaintenance", "assess", "--text", "--cy", said=json.dumps(REQUESTS["assess"]))
    assert (said.returncode, "51.43" in said.stdout) == (0, True)
    book = run(alone, "childmaintenance", "law", "--json")
    assert book.returncode == 0, book.stderr
    assert json.loads(book.stdout)


def test_a_program_that_uses_it_is_typed(alone: Path, tmp_path: Path) -> None:
    """The types come from the installed package: a wrong one is found, and only that one."""
    (tmp_path / "user.py").write_text(USER)
    done = subprocess.run(
        [
            *[sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--config-file", os.devnull],
            *["--python-executable", str(alone / "bin" / "python"), "user.py"],
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    lines = [line for line in done.stdout.splitlines() if "error" in line]
    assert len(lines) == 1, done.stdout
    assert lines[0].startswith("user.py:10:") and '"Money"' in lines[0] and '"int"' in lines[0]
