"""The two roles and what each may do in a database. roles.sql and rights.sql are also what an administrator runs elsewhere."""

from pathlib import Path

import psycopg
from psycopg import sql

from childmaintenance.config.database.addresses import OWNER

SUPERUSER = "postgres"
RIGHTS = Path(__file__).with_name("rights.sql")
ROLES = Path(__file__).with_name("roles.sql")


def make_roles(connection: psycopg.Connection) -> None:
    """Make both roles if they are missing; asked again, it changes nothing."""
    connection.execute(ROLES.read_text())


def make_database(connection: psycopg.Connection, name: str, *, template: str | None = None) -> None:
    """A new database of the owner's; from a template it comes with everything in it."""
    if template:
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY FILE_COPY").format(
                *map(sql.Identifier, (name, OWNER, template))
            )
        )
    else:
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0").format(
                sql.Identifier(name), sql.Identifier(OWNER)
            )
        )


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
