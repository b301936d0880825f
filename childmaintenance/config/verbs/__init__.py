"""The verbs of ./run: one file each. Standard library only here, since this runs before anything is installed."""

import importlib
import os
import sys
from typing import NamedTuple

from childmaintenance.config.places import PYTHON, ROOT, VENV
from childmaintenance.config.refusal import Refused
from childmaintenance.config.verbs import modelling, setup


class Verb(NamedTuple):
    """One thing ./run can do. `module` runs inside .venv unless `before_setup`; None means it is handled here."""

    says: str
    module: str | None = None
    before_setup: bool = False
    needs_modelling: bool = False


VERBS = {
    "demo": Verb("a town of invented families to walk about in   [--port N] [--fresh]", "demo"),
    "day": Verb("live one more day in the town, or N days       [N]", "day"),
    "test": Verb("every test, or those you name                 [pytest's arguments]", "test", needs_modelling=True),
    "check": Verb("style, types, who may know whom, missing Welsh, missing migrations", "check", needs_modelling=True),
    "setup": Verb("prepare .venv; does nothing when it is ready", "setup", before_setup=True),
    "messages": Verb("gather new sentences for translation into every cy catalogue", "messages"),
    "lock": Verb("choose the newest allowed versions and lock them", "lock"),
    "bench": Verb("measure; see docs/benchmarks.md               [name]", "bench", needs_modelling=True),
    "nation": Verb(
        "make an invented nation's caseload            [--scale S] [--seed N] [--out FILE]", needs_modelling=True
    ),
    "whatif": Verb("what a change of any figure would do          reform.toml [--out FOLDER]", needs_modelling=True),
    "agree": Verb("law and its second implementation, compared   [--cases N] [--seed N]", needs_modelling=True),
    "assess": Verb("work out what is due, one JSON object a line"),
    "deduct": Verb("work out a deduction from earnings, one JSON object a line"),
    "split": Verb("divide a receipt, one JSON object a line"),
    "timeline": Verb("decide a case over years, one JSON object a line"),
    "receipt": Verb("make a receipt that can be computed again, one JSON object a line"),
    "law": Verb("print the rules as a book, HTML and PDF       [--out FOLDER] [--html] [--json]", "law"),
}
MODELLING = ("nation", "whatif", "agree")
LAW = ("assess", "deduct", "split", "timeline", "receipt")


def main(words: list[str]) -> int:
    """Do what the words ask. Returns the exit status; a refusal is printed as a plain sentence with status 1."""
    if not words or words[0] in ("help", "-h", "--help"):
        print(usage())
        return 0
    name, rest = words[0], words[1:]
    try:
        return run(name, rest)
    except Refused as refusal:
        print(f"\n{refusal}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def run(name: str, rest: list[str]) -> int:
    """Run one verb, preparing the environment first where it needs one."""
    verb = VERBS.get(name)
    if name == "setup":
        return setup.main(rest)
    setup.prepare(quiet=name in LAW)
    if verb and verb.needs_modelling:
        modelling.add()
    if verb and verb.module:
        if not inside_venv():
            replace_process([str(PYTHON), str(ROOT / "run"), name, *rest])
        module = importlib.import_module(f"childmaintenance.config.verbs.{verb.module}")
        return int(module.main(rest) or 0)
    if name in LAW:
        replace_process([str(VENV / "bin" / "childmaintenance"), name, *rest])
    if name in MODELLING:
        replace_process([str(PYTHON), "-m", "childmaintenance.modelling", name, *rest])
    replace_process([str(PYTHON), "-m", "childmaintenance.config.manage", name, *rest])
    return 0


def inside_venv() -> bool:
    """Whether this process already is the environment's own Python."""
    return os.path.realpath(sys.prefix) == os.path.realpath(VENV)


def replace_process(command: list[str]) -> None:
    """Become the command, so that Ctrl-C and exit status are its own."""
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(command[0], command)  # noqa: S606 -- our own interpreter


def usage() -> str:
    """What ./run can do, a line a verb."""
    lines = [f"  ./run {name:<9} {verb.says}" for name, verb in VERBS.items()]
    return "\n".join(
        [
            "Open Child Maintenance",
            "",
            *lines,
            "",
            "Any other word is a Django management command, for example ./run showmigrations.",
        ]
    )
