"""The embedded PostgreSQL: made once, started for whoever comes first, stopped when the last one leaves."""

import errno
import fcntl
import os
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

import psycopg

from childmaintenance.config.database import roles
from childmaintenance.config.database.addresses import PORT, socket_folder
from childmaintenance.config.database.programs import Runner, runner_for
from childmaintenance.config.refusal import Refused

START_SECONDS = 60
STOP_SECONDS = 60
ROOM_NEEDED = 300_000_000  # bytes

ALWAYS = {
    "listen_addresses": "",  # nothing on the network: only the socket, in a folder of ours
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "max_parallel_workers_per_gather": "0",  # containers often have too little /dev/shm for parallel queries
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_error_statement": "panic",  # statements and their details may hold what people typed
    "log_error_verbosity": "terse",
}
QUICK = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "4GB",
    "autovacuum_naptime": "5min",
}


class Cluster:
    """The files of one PostgreSQL. `durable` is False only for tests, which would lose nothing with a power cut."""

    def __init__(self, data: Path, *, durable: bool = True, runner: Runner | None = None) -> None:
        self.asked = data
        self.durable = durable
        self.sockets = socket_folder(data)
        self.log = data.with_name(f"{data.name}.log")
        self._runner = runner

    @property
    def runner(self) -> Runner:
        """How the programs run here; found out when first needed, because it is tried."""
        self._runner = self._runner or runner_for(self.asked)
        return self._runner

    @property
    def data(self) -> Path:
        return self.runner.data

    @property
    def is_made(self) -> bool:
        """Whether its files are there, running or not."""
        return (self.data / "PG_VERSION").exists()

    @contextmanager
    def in_use(self) -> Iterator["Cluster"]:
        """Inside, the database answers. Whoever comes first starts it, and whoever leaves last stops it, in any process."""
        self.asked.parent.mkdir(parents=True, exist_ok=True)
        with self.asked.with_name(f"{self.asked.name}.users").open("w") as users:
            with self._alone():
                self.start()
                fcntl.flock(users, fcntl.LOCK_SH)
            try:
                yield self
            finally:
                with self._alone():
                    fcntl.flock(users, fcntl.LOCK_UN)
                    if self._nobody_else(users):
                        self.stop()

    def start(self) -> None:
        """Make it if it is new and start it if it is not running. Raises Refused with a sentence."""
        if self.answers():
            return
        self._forget_the_dead()
        self.make()
        self.runner.make_folder(self.sockets)
        settings = {**ALWAYS, "unix_socket_directories": str(self.sockets), **({} if self.durable else QUICK)}
        arguments = ["-D", str(self.data), "-p", PORT]
        for name, value in settings.items():
            arguments += ["-c", f"{name}={value}"]
        until = time.monotonic() + START_SECONDS
        while True:
            said_before = self.log.stat().st_size if self.log.exists() else 0
            process = self.runner.start("postgres", arguments, log=self.log)
            while process.poll() is None and time.monotonic() < until:
                if self.answers():
                    self._prepare()
                    return
                time.sleep(0.03)
            said = self.log.read_bytes()[said_before:].decode(errors="replace")
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                process.wait()
                raise Refused(f"The database did not answer within {START_SECONDS} seconds. Its log is {self.log}.")
            if "pre-existing shared memory block" not in said or time.monotonic() > until:
                raise Refused(explain(said, self.log))
            time.sleep(0.3)  # the children of a killed server need a moment to notice

    def make(self) -> None:
        """Create the files, whole or not at all."""
        if self.is_made:
            return
        try:
            room = shutil.disk_usage(self.data.parent).free
            if room < ROOM_NEEDED:
                raise Refused(
                    f"The disk is nearly full: {megabytes(room)} are free, and {megabytes(ROOM_NEEDED)} are needed."
                )
            part = self.data.with_name(f"{self.data.name}.part")
            shutil.rmtree(part, ignore_errors=True)
            self.runner.make_folder(part)
            done = self.runner.run(
                "initdb",
                *("-D", str(part), "-U", roles.SUPERUSER, "-E", "UTF8", "--auth-local=trust", "--auth-host=reject"),
                *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-instructions"),
                *([] if self.durable else ["--no-sync"]),
            )
            if done.returncode:
                shutil.rmtree(part, ignore_errors=True)
                raise Refused(explain(done.stdout, self.log))
            shutil.rmtree(self.data, ignore_errors=True)
            part.rename(self.data)
        except OSError as error:
            raise Refused(f"The database cannot be made in {self.data.parent}: {error.strerror}.") from error

    def stop(self) -> None:
        """Stop it cleanly; nothing that was committed is lost, and it starts quickly next time."""
        pid = self._pid()
        if pid is None:
            return
        for sign, seconds in ((signal.SIGINT, STOP_SECONDS), (signal.SIGQUIT, 10)):
            try:
                os.kill(pid, sign)
            except ProcessLookupError:
                return
            until = time.monotonic() + seconds
            while time.monotonic() < until:
                reap(pid)
                if self._pid() != pid:
                    with suppress(OSError):
                        self.sockets.rmdir()
                    return
                time.sleep(0.02)

    def remove(self) -> None:
        """Stop it and delete its files."""
        with self._alone():
            self.stop()
            for folder in (self.data, self.sockets):
                shutil.rmtree(folder, ignore_errors=True)
            self.log.unlink(missing_ok=True)

    def answers(self) -> bool:
        """Whether somebody answers at the socket."""
        if not (self.sockets / f".s.PGSQL.{PORT}").exists():
            return False
        try:
            self.connect(connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def connect(self, name: str = "postgres", *, user: str = roles.SUPERUSER, **more: Any) -> psycopg.Connection:
        """A connection outside Django, each statement its own transaction."""
        return psycopg.connect(host=str(self.sockets), port=PORT, dbname=name, user=user, autocommit=True, **more)

    def _prepare(self) -> None:
        with self.connect() as connection:
            roles.make_roles(connection)

    def _forget_the_dead(self) -> None:
        """Remove what a killed server left, if its number now belongs to another program: the server would refuse to start."""
        for left in (self.data / "postmaster.pid", self.sockets / f".s.PGSQL.{PORT}.lock"):
            pid = first_number(left)
            if pid is not None and not is_postgres(pid):
                left.unlink(missing_ok=True)

    def _pid(self) -> int | None:
        pid = first_number(self.data / "postmaster.pid")
        return pid if pid is not None and is_postgres(pid) else None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One process at a time starts or stops."""
        with self.asked.with_name(f"{self.asked.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    @staticmethod
    def _nobody_else(users: IO[str]) -> bool:
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EAGAIN, errno.EACCES):
                return False
            raise
        return True


def megabytes(number: int) -> str:
    """Bytes as people say them."""
    return f"{number // 1_000_000} MB"


def first_number(file: Path) -> int | None:
    """The process number on the first line of a lock file."""
    try:
        return abs(int(file.read_text().split("\n", 1)[0]))
    except (OSError, ValueError):
        return None


def is_postgres(pid: int) -> bool:
    """Whether that process lives and is a PostgreSQL server; a number is used again after its process died."""
    try:
        os.kill(pid, 0)
        return "postgres" in Path(f"/proc/{pid}/comm").read_text() if Path("/proc/self/comm").exists() else True
    except PermissionError:
        return True
    except OSError:
        return False


def reap(pid: int) -> None:
    """Take notice of a child's end; a server started by another process is not ours to reap."""
    try:
        os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        return


def explain(said: str, log: Path) -> str:
    """A plain sentence for what the server said when it would not start."""
    low = said.lower()
    if "no space left" in low:
        why = "The disk is full, so the database cannot start. Make room and run it again; nothing committed is lost."
    elif "already exists" in low and "postmaster.pid" in low:
        why = "The database is already running under another user, or in another container. Stop it there first."
    elif "permission denied" in low:
        why = "The database may not use its own files. Run this as the user who made them, or delete .local."
    elif "incompatible" in low and "version" in low:
        why = "The database was made by another version of PostgreSQL. Delete .local/database to start afresh."
    elif "shared memory" in low:
        why = "This machine does not give the database the memory it needs to share between its processes."
    else:
        why = "The database did not start."
    return f"{why}\n\n{said.strip()[-1500:]}\n\nIts log is {log}."
