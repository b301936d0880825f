"""A database of the measure's own: durable, migrated, and gone afterwards."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from childmaintenance.config.database import roles
from childmaintenance.config.database.cluster import Cluster
from childmaintenance.config.places import ROOT

NAME = "bench"


@contextmanager
def scratch() -> Iterator[Cluster]:
    """Inside, Django in this process, and processes it starts, use an empty migrated database with durable commits."""
    folder = Path(tempfile.mkdtemp(prefix="ocm-bench-"))
    os.environ |= {"OCM_MODE": "demo", "OCM_TOWN_CLOCK": "false", "OCM_LOCAL": str(folder), "OCM_DATABASE_NAME": NAME}
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "childmaintenance.config.settings")
    try:
        with Cluster(folder / "database").in_use() as cluster:
            with cluster.connect() as connection:
                roles.make_database(connection, NAME)
            with cluster.connect(NAME) as inside:
                roles.give_rights(inside)
            _manage("migrate", "--verbosity", "0")
            _manage("collectstatic", "--noinput", "--verbosity", "0")
            _ready()
            yield cluster
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _manage(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "childmaintenance.config.manage", *arguments], cwd=ROOT, check=True)


def _ready() -> None:
    import django

    django.setup()
