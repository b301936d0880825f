"""./run demo: the town of invented families, ready to walk about in; Ctrl-C stops everything it started."""

import argparse
import contextlib
import fcntl
import hashlib
import json
import os
import shlex
import shutil
import signal
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

from childmaintenance.config import town
from childmaintenance.config.database.cluster import Cluster, megabytes
from childmaintenance.config.places import LOCAL, ROOT
from childmaintenance.config.processes import Program, Programs, free_port, port_is_free
from childmaintenance.config.refusal import Refused

ROOM_NEEDED = 600_000_000  # bytes: the town with its write-ahead log
READY_SECONDS = 60
MOST_DAYS = 1000
HMRC = "childmaintenance.portals.machines.hmrc.stand_in --invent-strangers"
WORKER = "childmaintenance.config.manage work"
GRANIAN = (
    "granian --interface wsgi --workers 2 --blocking-threads 4 --no-ws "
    "--respawn-failed-workers --workers-kill-timeout 5 --log-level warning"
)


def main(arguments: list[str]) -> int:
    """Build the town if there is none, serve it, and stay until Ctrl-C."""
    asked = read(arguments)
    if os.environ.get("DATABASE_URL"):
        raise Refused(
            "DATABASE_URL is set. The demo keeps its invented families in a database of its own, never on your server.\n"
            "Unset it to run the demo; docs/handbook/running.md says how to run the service on your own PostgreSQL."
        )
    with alone(), stopped_politely():
        if not port_is_free(asked.port, asked.host):
            raise Refused(
                f"Port {asked.port} is in use by another program. Choose another: ./run demo --port {asked.port + 1}"
            )
        room = shutil.disk_usage(LOCAL).free
        if room < ROOM_NEEDED:
            raise Refused(
                f"The disk is nearly full: {megabytes(room)} are free, and {megabytes(ROOM_NEEDED)} are needed."
            )
        started = time.monotonic()
        programs = Programs(say)
        try:
            say("Starting the database")
            with town.cluster().in_use() as running:
                try:
                    serve(running, programs, asked, started)
                finally:
                    programs.stop()
        except OSError as error:
            raise Refused(
                f"The demo stopped: {error.strerror or error}. Put that right and run it again; the town is as it was."
            ) from error
        finally:
            if programs.all:
                town.SERVING.unlink(missing_ok=True)
                say("Everything has stopped. The town is kept: ./run demo goes on with it.")
    return 0


def read(arguments: list[str]) -> argparse.Namespace:
    """The options; a wrong one is answered with what there is."""
    words = argparse.ArgumentParser(prog="./run demo", description="A town of invented families to walk about in.")
    words.add_argument("--port", type=int, default=8000, help="where to serve (8000)")
    words.add_argument(
        "--host",
        default="127.0.0.1",
        help="which address to serve on; anybody who reaches it may be anybody in the town",
    )
    words.add_argument("--fresh", action="store_true", help="forget the town and build it again")
    words.add_argument("--days", type=int, help="build a younger town, of so many days: quicker, and with less to see")
    asked = words.parse_args(arguments)
    if asked.days is not None and not 1 <= asked.days <= MOST_DAYS:
        raise Refused(f"A town may have lived from 1 to {MOST_DAYS} days, not {asked.days}.")
    if not 1 <= asked.port <= 65535:
        raise Refused(f"A port is a number from 1 to 65535, not {asked.port}.")
    return asked


def serve(running: Cluster, programs: Programs, asked: argparse.Namespace, started: float) -> None:
    """Start everything in order, say where it is, and look after it until Ctrl-C."""
    hmrc_port = free_port()
    environment = town.environment(town.NAME, OCM_HMRC_URL=f"http://127.0.0.1:{hmrc_port}", OCM_PORT=str(asked.port))
    if asked.fresh or not town.is_built(running):
        say(
            "Building a new town takes a minute or two."
            if asked.fresh
            else "There is no town yet. Building one takes a minute or two."
        )
        town.build(running, asked.port, asked.days, say)
    else:
        town.command(["migrate", "--verbosity", "0"], environment)
    gather_static_files()
    say("Starting the web server and the worker")
    for name, words in {
        "The stand-in for HMRC": f"{HMRC} --port {hmrc_port} --people {shlex.quote(str(town.people_file()))}",
        "The worker": WORKER,
        "The web server": f"{GRANIAN} --host {asked.host} --port {asked.port} childmaintenance.config.wsgi:application",
    }.items():
        log = LOCAL / "logs" / f"{name.removeprefix('The ').replace(' ', '-')}.log"
        programs.start(Program(name, [sys.executable, "-m", *shlex.split(words)], environment, log))
    everywhere = asked.host == "0.0.0.0"  # noqa: S104 -- only when a person asks for it
    address = f"http://{'localhost' if everywhere or asked.host == '127.0.0.1' else asked.host}:{asked.port}"
    town.SERVING.write_text(json.dumps({"address": address, "process": os.getpid()}))
    wait_until_ready(f"http://{'127.0.0.1' if everywhere else asked.host}:{asked.port}/health/ready", programs)
    say(f"Ready in {time.monotonic() - started:.0f} seconds.\n\n    {address}/\n")
    town.command(["who_is_who", "--address", address], environment, show=True)
    say("\nStop with Ctrl-C. ./run day lives the next day. The logs are in .local/logs.")
    while True:
        time.sleep(0.5)
        programs.look_after()


def gather_static_files() -> None:
    """Collect style sheets and scripts under names that change with their content; only when one has changed."""
    digest = hashlib.sha256()
    for file in sorted((ROOT / "childmaintenance").rglob("static/**/*")):
        if file.is_file():
            digest.update(f"{file}:{file.stat().st_size}:{file.stat().st_mtime_ns};".encode())
    marker = LOCAL / "static-made-from"
    if marker.exists() and marker.read_text() == digest.hexdigest() and (LOCAL / "static").exists():
        return
    say("Gathering style sheets and scripts")
    town.command(["collectstatic", "--noinput", "--clear", "--verbosity", "0"], town.environment(town.NAME))
    marker.write_text(digest.hexdigest())


def wait_until_ready(url: str, programs: Programs) -> None:
    """Until the service says that it is ready; Refused with the reason if it never does."""
    until = time.monotonic() + READY_SECONDS
    why = "it does not answer"
    while time.monotonic() < until:
        programs.look_after()
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 -- our own address
            return
        except urllib.error.HTTPError as error:
            why = error.read().decode(errors="replace")[:300]
        except OSError:
            pass
        time.sleep(0.1)
    words = "\n\n".join(f"{program.name} ({program.log}):\n{program.last_words()}" for program in programs.all)
    raise Refused(f"The service was not ready within {READY_SECONDS} seconds: {why}.\n\n{words}")


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """One demo at a time in a checkout."""
    LOCAL.mkdir(parents=True, exist_ok=True)
    with (LOCAL / "demo.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            where = town.serving()
            known = f" at {where['address']} (process {where['process']})" if where else ", and is still starting"
            raise Refused(f"The demo is already running{known}. Use that one, or stop it with Ctrl-C first.") from None
        yield


@contextlib.contextmanager
def stopped_politely() -> Iterator[None]:
    """A closed terminal or a request to end is the same as Ctrl-C; a second one while stopping changes nothing."""

    def interrupt(number: int, frame: object) -> None:
        for sign in signs:
            signal.signal(sign, signal.SIG_IGN)
        raise KeyboardInterrupt

    signs = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {sign: signal.signal(sign, interrupt) for sign in signs}
    try:
        yield
    finally:
        for sign, handler in before.items():
            signal.signal(sign, handler)


def say(text: str) -> None:
    """A line of progress."""
    print(text, flush=True)
