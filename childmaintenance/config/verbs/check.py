"""./run check: everything that can be found wrong without running the service."""

import os
import subprocess
import sys
import time
from collections.abc import Callable

from childmaintenance.config import catalogues
from childmaintenance.config.places import ROOT, VENV

Check = Callable[[], str]


def main(arguments: list[str]) -> int:
    """Run each check, or those named; prints what is wrong. `--fix` first mends what style can mend."""
    if "--fix" in arguments:
        arguments = [word for word in arguments if word != "--fix"]
        command("ruff", "check", "--fix", "--quiet")()
        command("ruff", "format", "--quiet")()
    failed = [
        name for name, check in CHECKS.items() if (not arguments or name in arguments) and not passes(name, check)
    ]
    return 1 if failed else 0


def passes(name: str, check: Check) -> bool:
    """Run one and say how it went."""
    started = time.monotonic()
    found = check()
    print(f"{'wrong' if found else 'right'}  {name} ({time.monotonic() - started:.1f} s)", flush=True)
    if found:
        print("\n".join(f"       {line}" for line in found.strip().splitlines()), flush=True)
    return not found


def command(program: str, *arguments: str) -> Check:
    """A check that is a program of the environment: its words if it fails."""

    def check() -> str:
        done = subprocess.run(
            [str(VENV / "bin" / program), *arguments],
            cwd=ROOT,
            env={**os.environ, "OCM_MODE": "test"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return (done.stdout or f"ended with {done.returncode}") if done.returncode else ""

    return check


def django(*arguments: str) -> Check:
    """A check that is a management command, which needs no database."""
    return command("python", "-W", "ignore::RuntimeWarning", "-m", "childmaintenance.config.manage", *arguments)


def welsh() -> str:
    """Sentences without their Welsh, room by room."""
    return "\n".join(f"{room.name}: {problem}" for room in catalogues.rooms() for problem in catalogues.problems(room))


def locks() -> str:
    """Names of machines and addresses of registries, which a lock must not have."""
    lines = (line for lock in sorted((ROOT / "requirements").glob("*.txt")) for line in lock.read_text().splitlines())
    return "\n".join(line for line in lines if "://" in line or line.startswith(("-i", "--index", "--extra", "--find")))


CHECKS: dict[str, Check] = {
    "style": command("ruff", "check", "--quiet"),
    "form": command("ruff", "format", "--check", "--quiet"),
    "who may know whom": command("lint-imports", "--no-cache"),
    "types": command("mypy"),
    "settings": django("check"),
    "migrations": django("makemigrations", "--check", "--dry-run"),
    "Welsh": welsh,
    "locks": locks,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
