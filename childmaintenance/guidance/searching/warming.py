"""Learning before anybody asks: the web server does it behind its back when it starts, so that nobody's question waits."""

import threading

from django.db import DatabaseError, connection

from childmaintenance.foundation.language import ENGLISH, WELSH
from childmaintenance.foundation.logs import log
from childmaintenance.guidance.searching.index import index


def warm() -> None:
    """Read everything and learn, in both languages."""
    for code in (ENGLISH, WELSH):
        index(code)


def warm_behind() -> threading.Thread:
    """Do it in a thread of its own. Where it fails, the first question does it."""
    thread = threading.Thread(target=_warm, name="search", daemon=True)
    thread.start()
    return thread


def _warm() -> None:
    try:
        warm()
    except DatabaseError:  # the day is in the database of the town, which may not be there yet
        log.warning("search not warmed")
    finally:
        connection.close()
