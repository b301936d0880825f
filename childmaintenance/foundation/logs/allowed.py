"""The only things that may be written to a log, by name and by shape. Anything else is left out, and the gap is shown."""

import re
import traceback
from collections.abc import MutableMapping
from typing import Any

Event = MutableMapping[str, Any]

WORDS = re.compile(r"[\w .,:;()<>/\-\[\]?^$\\+*'#=&%]{0,160}", re.ASCII)
CODE = re.compile(r"[\w.:\-/<>]{0,120}", re.ASCII)

# name -> the shape its value must have; numbers and truth values always pass
SHAPES: dict[str, re.Pattern[str]] = {
    "event": WORDS,  # a fixed sentence of the code, never one with values put into it
    "level": CODE,
    "at": CODE,
    "logger": CODE,
    "request": CODE,  # a random number that joins the lines of one request
    "method": CODE,
    "route": WORDS,  # the pattern, not the address: an address may hold what somebody typed
    "status": CODE,
    "milliseconds": CODE,
    "actor": CODE,  # kind, never name
    "case": CODE,
    "decision": CODE,
    "reference": CODE,
    "name": CODE,  # of an event of the outbox
    "job": CODE,
    "task": CODE,
    "queue": CODE,
    "attempt": CODE,
    "count": CODE,
    "seconds": CODE,
    "day": CODE,
    "exception": CODE,  # its class; its message may quote what somebody typed
    "where": WORDS,
    "process": CODE,
}


def only_allowed(logger: Any, method: str, event: Event) -> Event:
    """A structlog step: keep what is allowed, and say how much was left out."""
    kept: dict[str, Any] = {}
    left_out = 0
    for name, value in event.items():
        if name.startswith("_"):
            kept[name] = value
            continue
        shape = SHAPES.get(name)
        if shape is None or not (isinstance(value, (int, float)) or shape.fullmatch(str(value))):
            left_out += 1
            continue
        kept[name] = value
    kept.setdefault("event", "(not a sentence that may be logged)")
    if left_out:
        kept["left_out"] = left_out
    return kept


def describe_exception(logger: Any, method: str, event: Event) -> Event:
    """A structlog step: an exception becomes its class and the lines of code it passed, without its message."""
    failure = event.pop("exc_info", None)
    if failure is True or failure is None:
        import sys

        failure = sys.exc_info() if failure else None
    if isinstance(failure, BaseException):
        failure = (type(failure), failure, failure.__traceback__)
    if failure and failure[0]:
        event["exception"] = f"{failure[0].__module__}.{failure[0].__qualname__}"
        frames = traceback.extract_tb(failure[2])[-6:]
        event["where"] = " > ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in frames)[-160:]
    return event
