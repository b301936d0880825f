"""The web server as it runs for people, beside which a measure asks."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from childmaintenance.config.places import ROOT

PLAIN = "/health/live"
"""The framework's plainest page: through every middleware, and no further."""


@contextmanager
def serving() -> Iterator[int]:
    """The web server as it runs for people: two workers of four threads."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    arguments = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "2"]
    arguments += ["--blocking-threads", "4", "--no-ws", "--log-level", "warning"]
    process = subprocess.Popen(
        [sys.executable, "-m", "granian", *arguments, "childmaintenance.config.wsgi:application"],
        cwd=ROOT,
        env=os.environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}{PLAIN}", timeout=1):
                    break
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()
