"""The embedded PostgreSQL: whole or not at all, one for all, and back again after being killed."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from childmaintenance.config.database import programs, roles
from childmaintenance.config.database.cluster import Cluster, explain, first_number, is_postgres
from childmaintenance.config.database.programs import NOBODY, as_nobody, installed_programs
from childmaintenance.config.places import ROOT
from childmaintenance.config.refusal import Refused
from tests.plugin.databases import lost_its_memory

pytestmark = pytest.mark.slow

AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root can be another user")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A new one, forgotten afterwards."""
    one = Cluster(tmp_path / "database", durable=False)
    yield one
    one.remove()


def test_it_answers_inside_and_not_outside(cluster: Cluster) -> None:
    assert not cluster.is_made
    with cluster.in_use():
        assert cluster.answers()
        with cluster.in_use():
            assert cluster.answers()
        assert cluster.answers(), "the inner user must not stop it for the outer"
    assert not cluster.answers()
    assert cluster.is_made


def test_another_process_keeps_it_running(cluster: Cluster) -> None:
    code = (
        "import sys, time; from pathlib import Path; from childmaintenance.config.database.cluster import Cluster\n"
        "with Cluster(Path(sys.argv[1]), durable=False).in_use():\n    print('inside', flush=True)\n    sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", code, str(cluster.asked)]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert other.stdout is not None and other.stdout.readline() == "inside\n"
    with cluster.in_use():
        pass
    assert cluster.answers(), "we left, but the other is still inside"
    other.communicate("")
    assert other.returncode == 0
    assert not cluster.answers()


def test_nothing_listens_on_the_network_and_only_we_may_enter(cluster: Cluster) -> None:
    with cluster.in_use(), cluster.connect() as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        assert stat.S_IMODE(cluster.sockets.stat().st_mode) == 0o700
        assert len(str(cluster.sockets / ".s.PGSQL.5432.lock")) < 107


def test_commits_are_durable_unless_it_is_for_tests(tmp_path: Path) -> None:
    lasting = Cluster(tmp_path / "lasting")
    try:
        with lasting.in_use(), lasting.connect() as connection:
            names = ("fsync", "synchronous_commit", "full_page_writes")
            assert [connection.execute(f"SHOW {name}").fetchone() for name in names] == [("on",)] * 3
    finally:
        lasting.remove()


def test_the_application_owns_nothing_and_the_owner_is_no_superuser(cluster: Cluster) -> None:
    with cluster.in_use(), cluster.connect() as connection:
        roles.make_database(connection, "one")
        with cluster.connect("one") as inside:
            roles.give_rights(inside)
        with cluster.connect("one", user="cm_owner") as owner:
            owner.execute("CREATE TABLE thing (id int GENERATED ALWAYS AS IDENTITY, word text)")
        with cluster.connect("one", user="cm_app") as app:
            app.execute("INSERT INTO thing (word) VALUES ('a')")
            app.execute("UPDATE thing SET word = 'b'")
            app.execute("DELETE FROM thing")
            for attack in (
                "TRUNCATE thing",
                "DROP TABLE thing",
                "ALTER TABLE thing ADD COLUMN x int",
                "CREATE TABLE mine (x int)",
                "CREATE SCHEMA mine",
                "SET ROLE cm_owner",
                "SET ROLE postgres",
                "CREATE ROLE mine",
                "CREATE DATABASE mine",
                "COPY thing TO '/tmp/thing'",
                "SELECT pg_read_file('/etc/hostname')",
            ):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    app.execute(attack)
        rights = "SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname LIKE 'cm%'"
        assert connection.execute(rights).fetchall() == [(False,) * 4] * 2


def test_killed_it_starts_again_with_what_was_committed(tmp_path: Path) -> None:
    cluster = Cluster(tmp_path / "database")
    try:
        cluster.asked.parent.mkdir(exist_ok=True)
        cluster.start()
        with cluster.connect() as connection:
            connection.execute("CREATE TABLE kept (x int)")
            connection.execute("INSERT INTO kept VALUES (1)")
        server = first_number(cluster.data / "postmaster.pid")
        assert server is not None
        os.kill(server, signal.SIGKILL)
        wait_for_end(server)
        # Its number is given to another program, as happens after a restart: here, to ourselves.
        for left in (cluster.data / "postmaster.pid", cluster.sockets / ".s.PGSQL.5432.lock"):
            left.write_text(left.read_text().replace(str(server), str(os.getpid()), 1))
        with cluster.in_use(), cluster.connect() as connection:
            assert connection.execute("SELECT x FROM kept").fetchall() == [(1,)]
    finally:
        cluster.remove()


def test_one_whose_memory_is_gone_is_noticed_and_made_again(cluster: Cluster, tmp_path: Path) -> None:
    """The tests keep databases in memory; a machine that goes down in the middle of a run forgets them."""
    cluster.asked.parent.mkdir(exist_ok=True)
    cluster.start()
    memory = tmp_path / "memory"
    cluster.runner.make_folder(memory)
    with cluster.connect() as connection:
        roles.make_place(connection, "quick", memory)
        roles.make_database(connection, "one")
        roles.make_database(connection, "two", template="one", place="quick")
    assert not lost_its_memory(cluster)
    server = first_number(cluster.data / "postmaster.pid")
    assert server is not None
    os.kill(server, signal.SIGKILL)
    wait_for_end(server)
    assert not lost_its_memory(cluster), "killed alone, it starts again"
    shutil.rmtree(memory)
    assert lost_its_memory(cluster)
    cluster.remove()
    with cluster.in_use():
        assert cluster.answers()


def test_a_half_made_one_is_made_again(cluster: Cluster) -> None:
    part = cluster.asked.with_name("database.part")
    (part / "base").mkdir(parents=True)
    cluster.asked.mkdir()
    (cluster.asked / "base").mkdir()
    with cluster.in_use():
        assert cluster.answers()
    assert not part.exists()


def test_clones_and_renames(cluster: Cluster) -> None:
    with cluster.in_use(), cluster.connect() as connection:
        roles.make_database(connection, "first")
        roles.make_database(connection, "second", template="first")
        roles.rename_database(connection, "second", "third")
        assert [roles.exists(connection, name) for name in ("first", "second", "third")] == [True, False, True]
        with cluster.connect("third"):
            roles.drop_database(connection, "third")
        roles.drop_database(connection, "never was")
        assert not roles.exists(connection, "third")


@AS_ROOT
def test_root_without_user_namespaces_runs_it_as_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_to_all = Path(tempfile.mkdtemp(dir="/var/tmp"))
    open_to_all.chmod(0o755)
    monkeypatch.setattr(programs, "FOR_NOBODY", open_to_all)
    data = tmp_path / "root's own" / "database"
    data.parent.mkdir(mode=0o700)
    runner = as_nobody(installed_programs(), data)
    cluster = Cluster(data, durable=False, runner=runner)
    try:
        with cluster.in_use(), cluster.connect() as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
            server = first_number(cluster.data / "postmaster.pid")
            assert Path(f"/proc/{server}").stat().st_uid == NOBODY
    finally:
        cluster.remove()
        shutil.rmtree(open_to_all)


@AS_ROOT
def test_a_folder_for_sockets_that_somebody_else_made_is_refused(cluster: Cluster) -> None:
    cluster.sockets.mkdir()
    os.chown(cluster.sockets, 12345, 12345)
    with pytest.raises(Refused, match="belongs to somebody else"), cluster.in_use():
        pass


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("FATAL:  could not write lock file: No space left on device", "The disk is full"),
        ('FATAL:  lock file "postmaster.pid" already exists', "already running"),
        ("FATAL:  could not open file: Permission denied", "may not use its own files"),
        (
            "FATAL:  database files are incompatible with server: initialised by PostgreSQL version 17",
            "another version",
        ),
        ("something new", "did not start"),
    ],
)
def test_what_the_server_says_becomes_a_sentence(said: str, sentence: str, tmp_path: Path) -> None:
    assert sentence in explain(said, tmp_path / "log").splitlines()[0]


def test_a_number_is_a_server_only_if_its_program_is() -> None:
    assert not is_postgres(os.getpid())
    assert not is_postgres(2**22 + 1)


def wait_for_end(pid: int) -> None:
    """Until the process is gone; our own child is also reaped."""
    for _ in range(400):
        try:
            os.waitpid(pid, os.WNOHANG)
            os.kill(pid, 0)
        except (ChildProcessError, ProcessLookupError):
            if not Path(f"/proc/{pid}").exists():
                return
        time.sleep(0.01)
    pytest.fail("it did not end")
