"""One at a time: a lock with a name, held until the transaction ends."""

from django.db import connection


def hold(name: str) -> None:
    """Wait for everybody else who holds this name, then hold it until the surrounding transaction ends.

    For what cannot be locked as a row because the row is not there yet. Two different names may, very rarely, share a lock: they
    then wait for each other and nothing worse.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a lock is held inside a transaction")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])
