"""Writing the sums down: every few seconds, off the request, in one statement."""

import atexit
import threading

from django.db import DatabaseError, connection, transaction

from childmaintenance.foundation.logs import log
from childmaintenance.statistics.counting.tally import Tally, tally

EVERY = 5.0
"""Seconds. A process that is killed loses at most so much of the counts, and nothing else."""

# In one order everywhere, so that two processes never wait for each other.
COUNTS = """
INSERT INTO statistics_count AS old (day, measure, page, detail, count)
SELECT * FROM unnest(%s::date[], %s::text[], %s::text[], %s::text[], %s::bigint[]) AS new (day, measure, page, detail, count)
ORDER BY 1, 2, 3, 4
ON CONFLICT (measure, day, page, detail) DO UPDATE SET count = old.count + excluded.count
"""
WORK = """
INSERT INTO statistics_work AS old (starts_at, requests, failures, milliseconds, slowest)
SELECT * FROM unnest(%s::timestamptz[], %s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[]) AS new
ORDER BY 1
ON CONFLICT (starts_at) DO UPDATE SET requests = old.requests + excluded.requests, failures = old.failures + excluded.failures,
    milliseconds = old.milliseconds + excluded.milliseconds, slowest = greatest(old.slowest, excluded.slowest)
"""


def write_down(counted: Tally = tally) -> int:
    """Write what has been counted; returns how many different things. Raises DatabaseError, having lost nothing."""
    counts, work = counted.take()
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            if counts:
                columns = [list(column) for column in zip(*counts, strict=True)]
                cursor.execute(COUNTS, [*columns, list(counts.values())])
            if work:
                cursor.execute(WORK, [list(work), *(list(column) for column in zip(*work.values(), strict=True))])
    except DatabaseError:
        counted.give_back(counts, work)
        raise
    return len(counts)


def keep_writing() -> None:
    """Start writing every few seconds in this process; the web server calls it once. A second call does nothing."""
    global _writer
    if _writer is None:
        _writer = threading.Thread(target=_write_again_and_again, name="statistics", daemon=True)
        _writer.start()
        atexit.register(_once)


_writer: threading.Thread | None = None


def _write_again_and_again() -> None:
    stopped = threading.Event()
    while not stopped.wait(EVERY):
        _once()


def _once() -> None:
    try:
        write_down()
    except DatabaseError as failure:
        log.warning("the counts could not be written, and wait", exception=type(failure).__name__)
    finally:
        connection.close()
