"""Where the database answers, as Django wants to be told. Nothing here starts anything."""

from pathlib import Path
from typing import Any

from psycopg.conninfo import conninfo_to_dict

from childmaintenance.config.environment import Environment
from childmaintenance.config.places import LOCAL, short_folder

OWNER = "cm_owner"
APPLICATION = "cm_app"
EMBEDDED = LOCAL / "database"
TEST_EMBEDDED = LOCAL / "test-database"
LOCK_TIMEOUT = "5s"  # a migration that waits longer would make everybody queue behind it
PORT = "5432"  # only part of the socket's name; nothing listens on the network


def databases(environment: Environment) -> dict[str, dict[str, Any]]:
    """Two aliases of one database: `default` as the application's role, `owner` as the role that migrates."""
    pool = {"min_size": 1, "max_size": environment.database_connections, "timeout": 10, "max_lifetime": 1800}
    if environment.database_url:
        application = external(environment.database_url.get_secret_value())
        owner_url = environment.database_owner_url
        owner = external(owner_url.get_secret_value()) if owner_url else dict(application)
    else:
        data = TEST_EMBEDDED if environment.is_test else EMBEDDED
        application, owner = (embedded(data, environment.database_name, role=role) for role in (APPLICATION, OWNER))
    owner["OPTIONS"] = {**owner["OPTIONS"], "options": f"-c lock_timeout={LOCK_TIMEOUT}"}
    application["OPTIONS"] = {**application["OPTIONS"], **({} if environment.is_test else {"pool": pool})}
    application["CONN_HEALTH_CHECKS"] = True
    return {"default": application, "owner": owner}


def embedded(data: Path, name: str, *, role: str) -> dict[str, Any]:
    """The embedded cluster whose files are in `data`, through its socket."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": str(socket_folder(data)),
        "PORT": PORT,
        "USER": role,
        "NAME": name,
        "OPTIONS": {"connect_timeout": 5},
    }


def socket_folder(data: Path) -> Path:
    """Short, because the path of a socket may have at most 107 bytes, wherever the checkout is."""
    return short_folder("pg", data)


def external(url: str) -> dict[str, Any]:
    """A PostgreSQL elsewhere, from its address; what follows the question mark goes to the driver."""
    parts = {key: str(value) for key, value in conninfo_to_dict(url).items() if value is not None}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "NAME": parts.pop("dbname", ""),
        "OPTIONS": {"connect_timeout": 10, **parts},
    }
