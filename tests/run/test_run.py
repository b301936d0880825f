"""./run as a person meets it: it says what it can do, and in plain sentences what it cannot."""

import fcntl
import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from childmaintenance.config.places import ROOT
from childmaintenance.config.verbs import VERBS
from childmaintenance.config.verbs.setup import explain


def run(*words: str, local: Path, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """./run with these words, in a place of its own."""
    clean = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("OCM_", "DATABASE_", "PYTEST", "DJANGO_"))
    }
    return subprocess.run(
        [ROOT / "run", *words],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        env={**clean, "OCM_LOCAL": str(local), **environment},
    )


def refusal(done: subprocess.CompletedProcess[str]) -> str:
    """What it said when it refused; without a traceback."""
    assert done.returncode == 1, (done.returncode, done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    return done.stderr.strip()


def test_help_names_every_verb(tmp_path: Path) -> None:
    for words in ((), ("help",), ("--help",)):
        done = run(*words, local=tmp_path)
        assert done.returncode == 0
        assert all(f"./run {name} " in done.stdout for name in VERBS)


def test_setup_has_nothing_to_do_the_second_time(tmp_path: Path) -> None:
    assert run("setup", local=tmp_path).stdout == "The environment was already ready.\n"
    assert "--fast" in refusal(run("setup", "--fast", local=tmp_path))


def test_an_old_python_is_told_politely(tmp_path: Path) -> None:
    source = (ROOT / "run").read_text().replace("sys.version_info < (3, 11)", "sys.version_info < (99, 0)")
    old = tmp_path / "run"
    old.write_text(source)
    done = subprocess.run([sys.executable, old, "demo"], capture_output=True, text=True)
    assert done.returncode == 1
    assert "Python 3.11 or later" in done.stderr and "Traceback" not in done.stderr


def test_the_law_works_without_a_database(tmp_path: Path) -> None:
    asked = {
        "id": "x",
        "on": "2026-04-01",
        "gross_weekly_income": "500.00",
        "receiving_parents": [{"ref": "A", "children": [{"nights": 0}]}],
    }
    done = run("assess", local=tmp_path, stdin=json.dumps(asked) + "\n")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["total"] == "60.00"
    assert not (tmp_path / "database").exists()


def test_a_port_in_use_is_said(tmp_path: Path) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        said = refusal(run("demo", "--port", str(port), local=tmp_path))
    assert said == f"Port {port} is in use by another program. Choose another: ./run demo --port {port + 1}"
    assert not (tmp_path / "database").exists()


@pytest.mark.parametrize("port", ["0", "65536", "-1"])
def test_a_number_that_is_no_port_is_said(tmp_path: Path, port: str) -> None:
    assert refusal(run("demo", "--port", port, local=tmp_path)) == f"A port is a number from 1 to 65535, not {port}."


def test_the_demo_never_touches_a_server_of_yours(tmp_path: Path) -> None:
    said = refusal(
        run("demo", local=tmp_path, DATABASE_URL="postgresql://cm_app@db.example/live", OCM_MODE="production")
    )
    assert said.startswith("DATABASE_URL is set.")


def test_one_demo_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "demo.json").write_text(json.dumps({"address": "http://localhost:8123", "process": 77}))
    with (tmp_path / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        said = refusal(run("demo", local=tmp_path))
    assert said.startswith("The demo is already running at http://localhost:8123 (process 77).")


@pytest.mark.parametrize("days", ["0", "-1", "1.5", "many", "367", "٣"])
def test_a_number_of_days_is_from_1_to_366(tmp_path: Path, days: str) -> None:
    assert refusal(run("day", days, local=tmp_path)) == "Say how many days, from 1 to 366: ./run day 7"


def test_without_a_town_there_is_no_day(tmp_path: Path) -> None:
    assert refusal(run("day", local=tmp_path)) == "There is no town yet: ./run demo builds it."


def test_without_a_database_a_command_says_so(tmp_path: Path) -> None:
    assert refusal(run("showmigrations", local=tmp_path)) == "There is no database here yet: ./run demo makes one."


def test_production_says_what_it_needs() -> None:
    said = manage("check", OCM_MODE="production")
    assert all(name in said for name in ("production needs", "OCM_SECRET_KEY", "OCM_ALLOWED_HOSTS", "DATABASE_URL"))
    assert "Traceback" not in said


def test_the_demos_open_doors_never_lead_to_a_server_of_yours() -> None:
    for mode in ("", "demo"):
        assert "say OCM_MODE=production" in manage(
            "check", DATABASE_URL="postgresql://cm_app@db.example/live", OCM_MODE=mode
        )


def manage(*words: str, **environment: str) -> str:
    """What a management command says on its way out."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("OCM_", "DATABASE_", "DJANGO_"))}
    command = [sys.executable, "-m", "childmaintenance.config.manage", *words]
    return subprocess.run(command, cwd=ROOT, env={**clean, **environment}, capture_output=True, text=True).stderr


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("mount"), reason="only root can make a small disk")
def test_a_full_disk_is_said_and_leaves_no_half_built_town(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", small], capture_output=True).returncode:
        pytest.skip("this machine does not let root mount")
    try:
        assert "The disk is nearly full: 20 MB are free" in refusal(run("demo", local=small))
    finally:
        subprocess.run(["umount", small], check=True)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("error: failed to fetch: dns error: failed to lookup address", "could not be fetched"),
        ("error: No space left on device (os error 28)", "The disk is full"),
        ("error: Hash mismatch for `django==5.2`", "not the one that was locked"),
        ("invalid peer certificate: UnknownIssuer", "set SSL_CERT_FILE"),
        ("something else", "Setting up failed"),
    ],
)
def test_what_the_installer_says_becomes_a_sentence(said: str, sentence: str) -> None:
    assert sentence in explain(said, "uv pip sync").split("\n\n")[0]
