"""./run setup: make .venv from the hashed lock. Standard library only; does nothing when the lock has not changed."""

import contextlib
import fcntl
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import time
import tomllib
import venv
from collections.abc import Iterator
from pathlib import Path

from childmaintenance.config.places import LOCAL, PYTHON, ROOT, VENV
from childmaintenance.config.refusal import Refused

LOCKS = {"development": ROOT / "requirements" / "development.txt", "service": ROOT / "requirements" / "service.txt"}
UV_LOCK = ROOT / "requirements" / "uv.txt"
MARKER = VENV / "made-from"
ROOM_NEEDED = 900_000_000  # bytes: .venv with everything, while it is being unpacked


def main(arguments: list[str]) -> int:
    """Prepare the environment and say so. `--service` leaves out what only development needs."""
    unknown = set(arguments) - {"--service"}
    if unknown:
        raise Refused(f"./run setup knows only --service, not {' '.join(sorted(unknown))}.")
    made = prepare("service" if "--service" in arguments else "development")
    print("The environment is ready." if made else "The environment was already ready.")
    return 0


def prepare(kind: str | None = None, *, quiet: bool = False) -> bool:
    """Make or mend .venv and compile the catalogues; true if .venv changed. Without a kind, any whole one will do."""
    kinds = [kind] if kind else list(LOCKS)
    if any(is_made(one) for one in kinds):
        compile_catalogues()
        return False
    with only_one_at_a_time():
        if any(is_made(one) for one in kinds):
            return False
        make(kinds[0], quiet=quiet)
    compile_catalogues()
    return True


def fingerprint(kind: str) -> str:
    """Changes when anything changes that .venv was made from: the lock, this Python, or the folder (scripts name it)."""
    digest = hashlib.sha256()
    for part in (LOCKS[kind].read_bytes(), UV_LOCK.read_bytes(), repr(scripts()).encode(), str(VENV).encode()):
        digest.update(hashlib.sha256(part).digest())
    return f"{kind} {digest.hexdigest()}"


def is_made(kind: str) -> bool:
    """Whether .venv is whole and was made from this very lock."""
    try:
        return MARKER.read_text() == fingerprint(kind) and PYTHON.exists()
    except OSError:
        return False


def make(kind: str, *, quiet: bool) -> None:
    """Make .venv; the marker is written last, so that an interrupted set-up is begun again."""
    started = time.monotonic()

    def say(text: str) -> None:
        if not quiet:
            print(text, file=sys.stderr, flush=True)

    room = shutil.disk_usage(ROOT).free
    if room < ROOM_NEEDED:
        raise Refused(
            f"The disk is nearly full: {room // 1_000_000} MB are free and setting up needs {ROOM_NEEDED // 1_000_000} MB.\n"
            "Make room and run it again."
        )
    MARKER.unlink(missing_ok=True)
    try:
        say("Setting up: 1 of 4, a Python environment in .venv")
        make_venv()
        say("Setting up: 2 of 4, the installer")
        uv = install_uv()
        say(f"Setting up: 3 of 4, the packages of {LOCKS[kind].relative_to(ROOT)}, each checked by its hash")
        call([*uv, "pip", "sync", "--require-hashes", "--python", str(PYTHON), str(LOCKS[kind])], show=not quiet)
        say("Setting up: 4 of 4, this project itself")
        install_project()
        MARKER.write_text(fingerprint(kind))
    except OSError as error:
        raise Refused(
            f"Setting up stopped: {error.strerror or error} ({error.filename or 'writing a file'}).\n"
            "Put that right and run it again."
        ) from error
    say(f"Set up in {time.monotonic() - started:.0f} seconds.")


def make_venv() -> None:
    """A fresh .venv with pip, if the one there does not work."""
    if (
        PYTHON.exists()
        and subprocess.run(
            [PYTHON, "-c", "import sys; assert sys.version_info >= (3, 11)"], capture_output=True, check=False
        ).returncode
        == 0
    ):
        return
    shutil.rmtree(VENV, ignore_errors=True)
    with_pip = has_ensurepip()
    if not with_pip and not shutil.which("uv"):
        raise Refused(
            "This Python cannot make an environment with pip: its ensurepip is missing.\n"
            "On Debian or Ubuntu: apt install python3-venv. Or put uv on your PATH. Then run it again."
        )
    try:
        venv.EnvBuilder(clear=True, symlinks=True, with_pip=with_pip).create(VENV)
    except subprocess.CalledProcessError as error:
        raise Refused(
            f"Making .venv failed: {(error.output or b'').decode(errors='replace').strip() or error}"
        ) from error


def has_ensurepip() -> bool:
    """Debian ships Python without it, or with a stub that lacks the wheels."""
    try:
        import ensurepip
    except ImportError:
        return False
    return (
        bool(getattr(ensurepip, "version", None))
        and subprocess.run(
            [sys.executable, "-m", "ensurepip", "--version"], capture_output=True, check=False
        ).returncode
        == 0
    )


def install_uv() -> list[str]:
    """The command that runs uv: installed by pip into .venv, or the one on PATH where pip is missing."""
    if not (VENV / "bin" / "pip").exists():
        return [shutil.which("uv") or "uv"]
    call(
        [
            str(PYTHON),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
            "-r",
            str(UV_LOCK),
        ],
        show=False,
    )
    return [str(VENV / "bin" / "uv")]


def install_project() -> None:
    """Make the package importable and write its command, without a build backend: a .pth file and a small script."""
    site = next(VENV.glob("lib/python3.*/site-packages"))
    (site / "childmaintenance.pth").write_text(f"{ROOT}\n")
    for name, target in scripts().items():
        module, function = target.split(":")
        script = VENV / "bin" / name
        # The quoting makes it both shell and Python, so that a path with a space or of any length works.
        script.write_text(
            f"#!/bin/sh\n'''exec' {shlex.quote(str(PYTHON))} \"$0\" \"$@\"\n' '''\n"
            f"import sys\n\nfrom {module} import {function}\n\nsys.exit({function}())\n"
        )
        script.chmod(0o755)


def scripts() -> dict[str, str]:
    """The project's own commands and the functions they call."""
    return dict(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"])


def compile_catalogues() -> None:
    """Compile each Welsh catalogue that is newer than its compiled form."""
    stale = [
        po for po in sorted((ROOT / "childmaintenance").rglob("locale/*/LC_MESSAGES/django.po")) if needs_compiling(po)
    ]
    if not stale:
        return
    code = (
        "import os, sys\nfrom babel.messages.mofile import write_mo\nfrom babel.messages.pofile import read_po\n"
        "for name in sys.argv[1:]:\n"
        "    with open(name, 'rb') as f: catalogue = read_po(f)\n"
        "    part = f'{name[:-3]}.{os.getpid()}.part'\n"
        "    with open(part, 'wb') as f: write_mo(f, catalogue)\n"
        "    os.replace(part, name[:-3] + '.mo')\n"
    )
    call([str(PYTHON), "-c", code, *map(str, stale)], show=False)


def needs_compiling(po: Path) -> bool:
    """Whether a catalogue changed after it was compiled."""
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime_ns < po.stat().st_mtime_ns


def call(command: list[str], *, show: bool) -> None:
    """Run an installer; on failure say in a sentence what is likely wrong, with its own last words."""
    environment = {**os.environ, "UV_LINK_MODE": os.environ.get("UV_LINK_MODE", "copy"), "VIRTUAL_ENV": str(VENV)}
    if os.environ.get("SSL_CERT_FILE"):
        environment.setdefault("UV_SYSTEM_CERTS", "1")  # behind a proxy with its own certificate
    process = subprocess.Popen(
        command,
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    said: list[str] = []
    assert process.stdout is not None
    for line in process.stdout:
        said.append(line.rstrip())
        if show and line.startswith(("Resolved", "Prepared", "Installed", "Uninstalled", "Downloading", "Audited")):
            print(f"  {line.rstrip()}", file=sys.stderr, flush=True)
    if process.wait():
        raise Refused(explain("\n".join(said[-12:]), " ".join(Path(part).name for part in command[:4])))


def explain(said: str, command: str) -> str:
    """A sentence for the usual causes: no room, no network, a proxy's certificate, a changed package."""
    low = said.lower()
    if "no space left" in low or "quota exceeded" in low:
        why = "The disk is full. Make room and run it again; nothing half-made will be used."
    elif "hash" in low and "mismatch" in low:
        why = (
            "A package is not the one that was locked: its hash differs. Do not go on; check where packages come from."
        )
    elif "certificate" in low or "unknownissuer" in low:
        why = (
            "The package index shows a certificate that is not trusted.\n"
            "Behind a proxy, set SSL_CERT_FILE to its certificate and run it again."
        )
    elif any(
        sign in low
        for sign in (
            "failed to fetch",
            "error sending request",
            "connection",
            "resolve host",
            "name resolution",
            "timed out",
            "dns",
            "network",
        )
    ):
        why = "The packages could not be fetched. Is there a network? Run it again when there is; what was fetched is kept."
    else:
        why = f"Setting up failed in: {command}"
    return f"{why}\n\n{said}"


@contextlib.contextmanager
def only_one_at_a_time() -> Iterator[None]:
    """Two set-ups of one checkout wait for each other."""
    LOCAL.mkdir(parents=True, exist_ok=True)
    with (LOCAL / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
