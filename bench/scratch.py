"""A database of the measure's own: durable, migrated, and gone afterwards."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from childmaintenance.config.database import roles
from childmaintenance.config.database.cluster import Cluster
from childmaintenance.config.places import LOCAL, ROOT

NAME = "bench"


@contextmanager
def scratch() -> Iterator[Cluster]:
    """Inside, Django in this process, and processes it starts, use an empty migrated database with durable commits."""
    os.environ |= {"OCM_MODE": "demo", "OCM_TOWN_CLOCK": "false", "OCM_DATABASE_NAME": NAME}
    os.environ["OCM_SECRET_KEY"] = secrets.token_urlsafe(50)  # one for all: a session made here is read by the server
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "childmaintenance.config.settings")
    with Cluster(LOCAL / "database").in_use() as cluster:
        with cluster.connect() as connection:
            roles.make_database(connection, NAME)
        with cluster.connect(NAME) as inside:
            roles.give_rights(inside)
        _manage("migrate", "--verbosity", "0")
        _manage("collectstatic", "--noinput", "--verbosity", "0")
        _ready()
        yield cluster


def _manage(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "childmaintenance.config.manage", *arguments], cwd=ROOT, check=True)


def _ready() -> None:
    import django

    django.setup()
