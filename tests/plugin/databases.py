"""One embedded PostgreSQL for all test runs of this checkout, one migrated template, and a clone for whoever needs one."""

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connections
from psycopg.errors import ObjectInUse, ObjectNotInPrerequisiteState

from childmaintenance.config.database import roles
from childmaintenance.config.database.addresses import TEST_EMBEDDED
from childmaintenance.config.database.cluster import Cluster
from childmaintenance.config.places import LOCAL, ROOT

MEMORY = Path("/dev/shm")
MEMORY_NEEDED = 1_000_000_000  # bytes
KEEP = 4  # templates of other versions of the migrations, newest first: another run may be using one


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """The server, without fsync. It is shared by every run and worker, and stops when the last one leaves."""
    server = Cluster(TEST_EMBEDDED, durable=False)
    with alone("test-cluster"):
        if lost_its_memory(server):
            server.remove()
    with server.in_use() as running:
        yield running


@pytest.fixture(scope="session")
def template(cluster: Cluster) -> str:
    """A migrated database that nobody uses except to clone it; made when the migrations have changed."""
    name = f"template_{fingerprint()}"
    with alone("test-template"), cluster.connect() as connection:
        sweep(connection)
        if not roles.exists(connection, name):
            build(cluster, name)
    return name


@pytest.fixture(scope="session")
def place(cluster: Cluster, worker_id: str) -> Iterator[str]:
    """The tablespace for this worker's databases, in memory where the machine has room: a clone there takes 30 milliseconds.

    On a disk it takes more each time, up to a second: a file system that has just deleted thousands of files looks past each of
    them for every new one.
    """
    if not (MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > MEMORY_NEEDED):
        yield roles.USUAL_PLACE
        return
    name = f"test_{os.getpid()}_{worker_id}"
    cluster.runner.make_folder(MEMORY / f"ocm_{name}")
    with cluster.connect() as connection:
        roles.make_place(connection, name, MEMORY / f"ocm_{name}")
    yield name
    with cluster.connect() as connection:
        forget_place(connection, name)


@pytest.fixture(scope="session")
def django_db_setup(cluster: Cluster, template: str, place: str, worker_id: str) -> Iterator[None]:
    """pytest-django's own, replaced: this worker's clone, used as the application's role."""
    name = f"test_{os.getpid()}_{worker_id}"
    clone(cluster, template, name, place)
    point_at(name)
    yield
    close()
    with cluster.connect() as connection:
        roles.drop_database(connection, name)


@pytest.fixture
def own_database(
    request: pytest.FixtureRequest, cluster: Cluster, template: str, place: str, django_db_setup: None, worker_id: str
) -> Iterator[str]:
    """A whole database for one test, with real commits: for threads, workers, live servers, browsers. Gives its name."""
    blocker = request.getfixturevalue("django_db_blocker")
    usual = connections["default"].settings_dict["NAME"]
    name = (
        f"test_{os.getpid()}_{worker_id}_own"  # always the same, so that a live server of this run finds the next one
    )
    close()
    clone(cluster, template, name, place)
    point_at(name)
    with blocker.unblock():
        yield name
        close()
    point_at(usual)
    with cluster.connect() as connection:
        roles.drop_database(connection, name)


@pytest.fixture(scope="session")
def worker_id() -> str:
    """Which xdist worker this is; "main" without xdist."""
    return os.environ.get("PYTEST_XDIST_WORKER", "main")


def fingerprint() -> str:
    """Changes when the migrated database would: with a migration, with a package, with the rights."""
    digest = hashlib.sha256()
    sources = [
        *sorted((ROOT / "childmaintenance").rglob("migrations/*.py")),
        *sorted((ROOT / "childmaintenance").rglob("migrations/*.sql")),
        *sorted((ROOT / "childmaintenance" / "config" / "database").glob("*.sql")),
        ROOT / "childmaintenance" / "foundation" / "append_only.py",
        ROOT / "requirements" / "service.txt",
    ]
    for source in sources:
        digest.update(source.relative_to(ROOT).as_posix().encode() + b"\0" + source.read_bytes())
    return digest.hexdigest()[:16]


def build(cluster: Cluster, name: str) -> None:
    """Migrate a new database as the owner, and give it the template's name only when it is whole."""
    making = f"making_{os.getpid()}"
    with cluster.connect() as connection:
        roles.drop_database(connection, making)
        roles.make_database(connection, making)
        with cluster.connect(making) as inside:
            roles.give_rights(inside)
        done = subprocess.run(
            [sys.executable, "-m", "childmaintenance.config.manage", "migrate", "--verbosity", "0"],
            env={**os.environ, "OCM_MODE": "test", "OCM_DATABASE_NAME": making},
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if done.returncode:
            roles.drop_database(connection, making)
            pytest.exit(f"The migrations do not run:\n{done.stdout[-6000:]}", returncode=3)
        roles.rename_database(connection, making, name)


def clone(cluster: Cluster, template: str, name: str, place: str = roles.USUAL_PLACE) -> None:
    """A fresh copy of the template under that name, whoever was connected to the last one."""
    with cluster.connect() as connection:
        roles.drop_database(connection, name)
        roles.make_database(connection, name, template=template, place=place)


def forget_place(connection: psycopg.Connection, name: str) -> None:
    """Remove a tablespace that no database is in any more, and its folder."""
    roles.drop_place(connection, name)
    shutil.rmtree(MEMORY / f"ocm_{name}", ignore_errors=True)


def lost_its_memory(server: Cluster) -> bool:
    """Whether the machine went down in the middle of a run: PostgreSQL never starts again without what was in memory."""
    places = server.data / "pg_tblspc"
    return places.is_dir() and not all(link.exists() for link in places.iterdir()) and not server.answers()


def point_at(name: str) -> None:
    """Let Django's connections, in this and in new threads, use that database."""
    for alias in ("default", "owner"):
        connections[alias].settings_dict["NAME"] = name


def close() -> None:
    """Close this thread's connections; a database cannot be dropped or swapped under them."""
    for connection in connections.all(initialized_only=True):
        connection.close()


def sweep(connection: psycopg.Connection) -> None:
    """Drop what killed runs left behind, and templates of long ago."""
    names = [row[0] for row in connection.execute("SELECT datname FROM pg_database ORDER BY oid DESC")]
    places = [row[0] for row in connection.execute("SELECT spcname FROM pg_tablespace")]
    for name in filter(left_behind, names):
        with contextlib.suppress(ObjectInUse):
            roles.drop_database(connection, name)
    for name in filter(left_behind, places):
        with contextlib.suppress(ObjectNotInPrerequisiteState):  # a database in it could not be dropped
            forget_place(connection, name)
    for name in [name for name in names if name.startswith("template_")][KEEP:]:
        roles.drop_database(connection, name)


def left_behind(name: str) -> bool:
    """Whether it is named after a run that has ended."""
    kind, _, rest = name.partition("_")
    owner = rest.partition("_")[0]
    return kind in ("test", "making") and owner.isdigit() and not alive(int(owner))


def alive(pid: int) -> bool:
    """Whether a process with that number lives, on systems without /proc too."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@contextlib.contextmanager
def alone(name: str) -> Iterator[None]:
    """One process at a time, among all runs of this checkout."""
    LOCAL.mkdir(parents=True, exist_ok=True)
    with (LOCAL / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
