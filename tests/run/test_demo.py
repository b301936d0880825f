"""The demo as a visitor has it: built whole, served, looked after, stopped, found again. A young town, so that it is quick."""

import json
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from childmaintenance.config.database.cluster import Cluster
from childmaintenance.config.places import ROOT
from tests.plugin.servers import free_port
from tests.run.test_run import refusal, run

DAYS = "12"
SECONDS = 240


class Demo:
    """A running ./run demo, in a place of its own."""

    def __init__(self, local: Path, *words: str) -> None:
        clean = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("OCM_", "DATABASE_", "PYTEST", "DJANGO_"))
        }
        self.local, self.port = local, free_port()
        self.words = local / f"said-{self.port}.txt"
        self.process = subprocess.Popen(
            [ROOT / "run", "demo", "--port", str(self.port), "--days", DAYS, *words],
            stdin=subprocess.DEVNULL,
            stdout=self.words.open("w"),
            stderr=subprocess.STDOUT,
            env={**clean, "OCM_LOCAL": str(local)},
            start_new_session=True,
        )

    def said(self) -> str:
        return self.words.read_text()

    def wait_for(self, words: str) -> None:
        """Until it has said so."""
        until = time.monotonic() + SECONDS
        while words not in self.said():
            assert self.process.poll() is None and time.monotonic() < until, self.said()
            time.sleep(0.1)

    def get(self, address: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{address}", timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def stop(self, sign: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(sign)
        return self.process.wait(60)


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where this demo keeps its things; nothing of it may run afterwards."""
    place = tmp_path_factory.mktemp("demo")
    yield place
    assert processes(place) == []


def processes(local: Path) -> list[str]:
    """The programs that belong to the demo of this place, by what they know of the environment or by their command."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            known = (folder / "environ").read_bytes().decode(errors="replace")
        except OSError:
            continue
        if (str(local) in command or f"OCM_LOCAL={local}" in known) and int(folder.name) != os.getpid():
            found.append(command.strip())
    return found


@pytest.mark.slow
def test_the_demo_from_beginning_to_end(local: Path) -> None:
    # Killed while the town is being built: no half-built town is left, and the next one begins again.
    killed = Demo(local)
    killed.wait_for("Living through the town's days")
    killed.stop(signal.SIGKILL)
    until = time.monotonic() + 30
    while [line for line in processes(local) if "build_town" in line] and time.monotonic() < until:
        time.sleep(0.2)

    first = Demo(local)
    first.wait_for("There is no town yet")
    first.wait_for("Stop with Ctrl-C")
    assert f"http://localhost:{first.port}/" in first.said()
    assert "Choose who to be" in first.said()
    assert [first.get(f"/health/{name}")[0] for name in ("live", "ready")] == [200, 200]
    status, page = first.get("/demo/")
    assert status == 200 and "<h1" in page
    assert first.get("/cy/demo/")[0] == 200
    assert first.get("/nowhere")[0] == 404

    # The town was built in a hurry; what happens in it from now on is on the disk before it is answered.
    with Cluster(local / "database").connect("town") as connection:
        shown = [
            connection.execute(f"SHOW {name}").fetchone()
            for name in ("synchronous_commit", "fsync", "full_page_writes")
        ]
    assert shown == [("on",)] * 3

    # A second one is told where the first is.
    assert f"already running at http://localhost:{first.port}" in refusal(run("demo", local=local))

    # The worker is killed: it is started again, and said.
    worker = next(folder for folder in Path("/proc").glob("[0-9]*") if is_worker(folder, local))
    os.kill(int(worker.name), signal.SIGKILL)
    first.wait_for("The worker was killed (SIGKILL) and was started again.")

    # The town lives a day while it is served.
    lived = run("day", "2", local=local)
    assert lived.returncode == 0, lived.stderr
    assert len([line for line in lived.stdout.splitlines() if line and not line.startswith(" ")]) >= 2
    assert first.get("/health/ready")[0] == 200

    assert first.stop() == 130
    assert "Everything has stopped." in first.said()
    assert processes(local) == []

    # It is found again as it was left, quickly; and the request to end from a service manager is as good as Ctrl-C.
    second = Demo(local)
    second.wait_for("Stop with Ctrl-C")
    assert "There is no town yet" not in second.said()
    assert second.stop(signal.SIGTERM) == 130
    assert processes(local) == []

    # Killed without a chance to stop anything: what it started ends, and the next start works.
    third = Demo(local)
    third.wait_for("Stop with Ctrl-C")
    third.stop(signal.SIGKILL)
    until = time.monotonic() + 30
    while [line for line in processes(local) if "postgres" not in line] and time.monotonic() < until:
        time.sleep(0.2)
    assert [line for line in processes(local) if "postgres" not in line] == []
    day = run("day", local=local)
    assert day.returncode == 0, day.stderr
    assert processes(local) == []
    assert json.loads((local / "demo.json").read_text())["address"], (
        "left behind by the killed one, and believed by nobody"
    )


def is_worker(folder: Path, local: Path) -> bool:
    try:
        command, known = (folder / "cmdline").read_bytes(), (folder / "environ").read_bytes()
    except OSError:
        return False
    return b"childmaintenance.config.manage\0work" in command and f"OCM_LOCAL={local}".encode() in known
