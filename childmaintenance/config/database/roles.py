"""The two roles and what each may do in a database. roles.sql and rights.sql are also what an administrator runs elsewhere."""

from pathlib import Path

import psycopg
from psycopg import sql

from childmaintenance.config.database.addresses import OWNER

SUPERUSER = "postgres"
USUAL_PLACE = "pg_default"
"""The tablespace in the folder of the cluster itself."""
RIGHTS = Path(__file__).with_name("rights.sql")
ROLES = Path(__file__).with_name("roles.sql")


def make_roles(connection: psycopg.Connection) -> None:
    """Make both roles if they are missing; asked again, it changes nothing."""
    connection.execute(ROLES.read_text())


def make_database(
    connection: psycopg.Connection, name: str, *, template: str | None = None, place: str = USUAL_PLACE
) -> None:
    """A new database of the owner's; from a template it comes with everything in it, and may be in another tablespace."""
    if template:
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY FILE_COPY TABLESPACE {}").format(
                *map(sql.Identifier, (name, OWNER, template, place))
            )
        )
    else:
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0").format(
                sql.Identifier(name), sql.Identifier(OWNER)
            )
        )


def make_place(connection: psycopg.Connection, name: str, folder: Path) -> None:
    """A tablespace in an empty folder that the server's own user may write."""
    connection.execute(sql.SQL("CREATE TABLESPACE {} LOCATION {}").format(sql.Identifier(name), str(folder)))


def drop_place(connection: psycopg.Connection, name: str) -> None:
    """Remove a tablespace if it is there; it must be empty."""
    connection.execute(sql.SQL("DROP TABLESPACE IF EXISTS {}").format(sql.Identifier(name)))


def give_rights(connection: psycopg.Connection) -> None:
    """In the database of this connection: what the application may do with each table that the owner will make."""
    connection.execute(RIGHTS.read_text())


def rename_database(connection: psycopg.Connection, old: str, new: str) -> None:
    """Give a database its name, when it is whole."""
    connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(old), sql.Identifier(new)))


def drop_database(connection: psycopg.Connection, name: str) -> None:
    """Remove it if it is there, with everybody who is connected to it."""
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def exists(connection: psycopg.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None
