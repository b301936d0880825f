"""Which database, from the environment; and migrations that refuse a role that could undo them."""

import os
import subprocess
import sys

import pytest
from pydantic import SecretStr

from childmaintenance.config.database import roles
from childmaintenance.config.database.addresses import databases, external
from childmaintenance.config.environment import Environment, Mode
from childmaintenance.config.places import ROOT
from tests.plugin.databases import Cluster, clone

PRODUCTION = {
    "OCM_MODE": "production",
    "OCM_SECRET_KEY": "only-for-tests-" * 4,
    "OCM_ALLOWED_HOSTS": "maintenance.example",
    "OCM_EMAIL_URL": "smtp://mail.example:25",
    "OCM_CLIENT_SORT_CODE": "000002",
}


def test_an_address_becomes_what_django_asks_for() -> None:
    found = external("postgresql://cm_app:p%40ss@db.internal:6432/live?sslmode=verify-full")
    assert {key: found[key] for key in ("HOST", "PORT", "USER", "PASSWORD", "NAME")} == {
        "HOST": "db.internal",
        "PORT": "6432",
        "USER": "cm_app",
        "PASSWORD": "p@ss",
        "NAME": "live",
    }
    assert found["OPTIONS"]["sslmode"] == "verify-full"


def test_the_application_has_a_pool_and_the_owner_gives_up_waiting_for_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PRODUCTION:
        monkeypatch.delenv(name, raising=False)
    found = databases(Environment(mode=Mode.DEMO, database_connections=5))
    assert found["default"]["USER"] == "cm_app" and found["owner"]["USER"] == "cm_owner"
    assert found["default"]["OPTIONS"]["pool"]["max_size"] == 5
    assert found["owner"]["OPTIONS"]["options"] == "-c lock_timeout=5s"
    assert found["default"]["NAME"] == found["owner"]["NAME"] == "town"


@pytest.mark.parametrize("address", ["mysql://db/live", "sqlite:///x.db", "db.internal"])
def test_only_postgresql_will_do(address: str) -> None:
    with pytest.raises(ValueError, match="must begin with postgresql://"):
        Environment(mode=Mode.PRODUCTION, database_url=SecretStr(address))  # type: ignore[call-arg]


def migrate(cluster: Cluster, name: str, *, app: str, owner: str | None) -> str:
    """What ./run migrate says in production to a server with that database."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("OCM_", "DATABASE_", "DJANGO_"))}
    addresses = {"DATABASE_URL": f"postgresql://{app}@/{name}?host={cluster.sockets}"}
    if owner:
        addresses["DATABASE_OWNER_URL"] = f"postgresql://{owner}@/{name}?host={cluster.sockets}"
    command = [sys.executable, "-m", "childmaintenance.config.manage", "migrate", "--verbosity", "0"]
    done = subprocess.run(command, cwd=ROOT, env={**clean, **PRODUCTION, **addresses}, capture_output=True, text=True)
    return done.stderr.strip() or f"status {done.returncode}"


@pytest.mark.slow
def test_production_migrates_as_the_owner_and_refuses_any_other_way(
    cluster: Cluster, template: str, worker_id: str
) -> None:
    name = f"test_{os.getpid()}_{worker_id}_production"
    clone(cluster, template, name)
    try:
        assert migrate(cluster, name, app="cm_app", owner="cm_owner") == "status 0"
        assert "need DATABASE_OWNER_URL" in migrate(cluster, name, app="cm_app", owner=None)
        assert "an owner of tables" in migrate(cluster, name, app="cm_owner", owner="cm_owner")
        assert "a superuser" in migrate(cluster, name, app="postgres", owner="cm_owner")
    finally:
        with cluster.connect() as connection:
            roles.drop_database(connection, name)
