"""Real processes on a test's own database: the web server and the worker, as they run for people."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from childmaintenance.config.places import ROOT

READY_SECONDS = 60
ALWAYS = ROOT / "childmaintenance" / "chat" / "tests" / "always.toml"
"""A desk of chats that is never closed, because tests run at night too."""
GRANIAN = [
    sys.executable,
    "-m",
    "granian",
    *["--interface", "wsgi", "--host", "127.0.0.1", "--workers", "1", "--blocking-threads", "4", "--no-ws"],
]


@pytest.fixture(scope="session")
def _web_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """Starts granian for a database the first time it is asked for; it lives as long as the run."""
    running: dict[str, tuple[str, subprocess.Popen[bytes]]] = {}

    def start(database: str) -> str:
        if database not in running:
            port = free_port()
            log = tmp_path_factory.mktemp("web") / "granian.log"
            process = start_process(
                [*GRANIAN, "--port", str(port), "childmaintenance.config.wsgi:application"], database, log
            )
            url = f"http://127.0.0.1:{port}"
            wait_until_answers(f"{url}/health/live", process, log)
            running[database] = (url, process)
        return running[database][0]

    yield start
    for _, process in running.values():
        stop(process)


@pytest.fixture
def live_server_url(own_database: str, _web_server: Callable[[str], str]) -> str:
    """The address of a real web server on this test's own database."""
    return _web_server(own_database)


@pytest.fixture
def start_worker(own_database: str, tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts a real worker process on this test's own database; call it as often as workers are wanted."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*options: str) -> subprocess.Popen[bytes]:
        log = tmp_path / f"worker-{len(started)}.log"
        command = [sys.executable, "-m", "childmaintenance.config.manage", "work", *options]
        started.append(start_process(command, own_database, log))
        return started[-1]

    yield start
    for process in started:
        stop(process)


def start_process(command: list[str], database: str, log: Path) -> subprocess.Popen[bytes]:
    """A process of the service on that database, in its own group, with its words in a file."""
    with log.open("ab") as words:
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "OCM_DATABASE_NAME": database, "OCM_CHAT_DESK": str(ALWAYS), "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=words,
            start_new_session=True,
        )


def stop(process: subprocess.Popen[bytes]) -> None:
    """End it and everything it started."""
    for sign, seconds in ((15, 10), (9, 5)):
        if process.poll() is not None:
            return
        os.killpg(process.pid, sign)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            continue


def wait_until_answers(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until the address answers anything at all, or the process has died."""
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 -- our own address
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.05)
    stop(process)
    pytest.fail(f"The web server did not answer at {url}:\n{log.read_text(errors='replace')[-4000:]}")


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
