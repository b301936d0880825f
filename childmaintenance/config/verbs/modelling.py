"""What the modelling verbs need besides: added to .venv when one of them is first asked for, so that nobody else waits for it."""

import hashlib
import sys

from childmaintenance.config.places import PYTHON, ROOT, VENV
from childmaintenance.config.verbs import setup

LOCK = ROOT / "requirements" / "modelling.txt"
MARKER = VENV / "made-with-modelling"


def add() -> bool:
    """Install the hashed lock of modelling beside what .venv holds; true if there was something to do."""
    if is_added():
        return False
    with setup.only_one_at_a_time():
        if is_added():
            return False
        lock = LOCK.relative_to(ROOT)
        print(f"Adding NumPy, numba, Arrow and Dask: the packages of {lock}, once", file=sys.stderr, flush=True)
        installer = [*setup.install_uv(), "pip", "install", "--require-hashes", "--python", str(PYTHON)]
        setup.call([*installer, "-r", str(LOCK)], show=True)
        MARKER.write_text(fingerprint())
    return True


def is_added() -> bool:
    """Whether this very .venv, since it was last made, got this very lock."""
    try:
        return MARKER.read_text() == fingerprint()
    except OSError:
        return False


def fingerprint() -> str:
    """Changes when the lock does, and whenever .venv is made again: that takes away what it does not list."""
    made = setup.MARKER.stat().st_mtime_ns
    return f"{made} {hashlib.sha256(LOCK.read_bytes()).hexdigest()}"
