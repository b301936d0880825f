"""Where this checkout keeps what it makes: standard library only, since ./run reads it before anything is installed."""

import hashlib
import os
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

LOCAL = Path(os.environ.get("OCM_LOCAL") or ROOT / ".local").absolute()
"""Everything made at run time: the database, gathered static files, logs, locks. Deleting it starts afresh."""

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def short_folder(purpose: str, of: Path) -> Path:
    """A short path under the temporary folder, one for each checkout and user; a socket's path may have at most 107 bytes."""
    digest = hashlib.sha256(f"{of.resolve()}:{os.getuid()}".encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"ocm-{purpose}-{digest}"
