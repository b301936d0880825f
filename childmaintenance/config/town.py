"""The demo's database and what belongs to it: built under another name, and given its own only when it is whole."""

import json
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psycopg

from childmaintenance.config.database import roles
from childmaintenance.config.database.addresses import EMBEDDED
from childmaintenance.config.database.cluster import Cluster
from childmaintenance.config.places import LOCAL, ROOT
from childmaintenance.config.processes import ends_with_us
from childmaintenance.config.refusal import Refused

NAME, MAKING = "town", "town_making"
KEY = LOCAL / "secret-key"
SERVING = LOCAL / "demo.json"
"""Where the running demo says which ports it uses, for ./run day."""


def cluster() -> Cluster:
    """The embedded PostgreSQL of the demo, with durable commits."""
    return Cluster(EMBEDDED)


def folder(name: str) -> Path:
    """What belongs to a town besides its database: the files exchanged with the bank, the bank's own books."""
    return LOCAL / name


def people_file() -> Path:
    """Whom the stand-in for HMRC knows; the town wrote it beside the bank's folder."""
    return folder(NAME) / "hmrc-people.json"


def is_built(running: Cluster) -> bool:
    """Whether there is a whole town."""
    with running.connect() as connection:
        return roles.exists(connection, NAME)


def environment(name: str, **more: str) -> dict[str, str]:
    """What a process of the town knows: which database, which folder, one secret key for all of them."""
    if not KEY.exists():
        KEY.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(KEY, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(60))
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "childmaintenance.config.settings",
        "OCM_MODE": "demo",
        "OCM_SECRET_KEY": KEY.read_text(),
        "OCM_DATABASE_NAME": name,
        "OCM_BANK_FOLDER": str(folder(name) / "bank"),
        **more,
    }


def remove(running: Cluster, name: str) -> None:
    """Forget a town and everything that belongs to it."""
    with running.connect() as connection:
        roles.drop_database(connection, name)
    shutil.rmtree(folder(name), ignore_errors=True)


def build(running: Cluster, port: int, days: int | None, say: Callable[[str], None]) -> None:
    """Make the tables and live the town's life in a database of another name, then give it its own: whole or not at all."""
    try:
        make(running, port, days, say)
    except BaseException:
        with suppress(
            psycopg.Error, OSError
        ):  # on a full disk even forgetting may fail; the next build forgets it first
            remove(running, MAKING)
        raise
    remove(running, NAME)
    folder(MAKING).rename(folder(NAME))
    with running.connect() as connection:
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [MAKING])
        connection.execute(f"ALTER DATABASE {MAKING} RESET synchronous_commit")
        connection.execute("CHECKPOINT")  # from here on every commit is on the disk, those of the building too
        roles.rename_database(connection, MAKING, NAME)


def make(running: Cluster, port: int, days: int | None, say: Callable[[str], None]) -> None:
    """The unfinished town, from nothing."""
    remove(running, MAKING)
    folder(MAKING).mkdir(parents=True)
    with running.connect() as connection:
        roles.make_database(connection, MAKING)
        # Nobody relies on a town that is not finished, so its commits need not wait for the disk; see below.
        connection.execute(f"ALTER DATABASE {MAKING} SET synchronous_commit = off")
    with running.connect(MAKING) as inside:
        roles.give_rights(inside)
    known = environment(MAKING, OCM_PORT=str(port))  # letters name the address
    say("Making the tables")
    command(["migrate", "--verbosity", "0"], known)
    say("Living through the town's days")
    command(["build_town", *(["--days", str(days)] if days else [])], known, show=True)


def command(words: list[str], environment: dict[str, str], *, show: bool = False) -> None:
    """A management command of the town; Refused with its words if it fails. With `show` its words are printed as they come."""
    done = subprocess.run(
        [sys.executable, "-m", "childmaintenance.config.manage", *words],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=None if show else subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        check=False,
        preexec_fn=ends_with_us,
    )
    if done.returncode == 0:
        return
    said = ((done.stdout or "") + (done.stderr or "")).strip()
    if "No space left on device" in said or "DiskFull" in said:
        raise Refused("The disk is full. Make room and run it again; no half-built town is left behind.")
    if done.returncode < 0:
        raise Refused(f"./run {words[0]} was killed. Run it again; no half-built town is left behind.")
    raise Refused(f"./run {words[0]} failed:\n\n{said[-4000:]}")


def serving() -> dict[str, str]:
    """What the running demo says of itself; empty if none is running."""
    try:
        return {str(key): str(value) for key, value in json.loads(SERVING.read_text()).items()}
    except (OSError, ValueError):
        return {}
