"""The only things that may be written to a log, by name and by shape. Anything else is left out, and the gap is shown."""

import re
import traceback
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Event = MutableMapping[str, Any]

WORDS = re.compile(r"[\w .,:;()<>/\-\[\]?^$\\+*'#=&%]{0,160}", re.ASCII)
CODE = re.compile(r"[\w.:\-/<>]{0,120}", re.ASCII)


@dataclass(frozen=True)
class Field:
    """One thing that a line of the log may hold: the shape its value must have, and what it is, for whoever reads about it."""

    shape: re.Pattern[str]
    says: Promise | str


# Whatever is not named here is left out. Numbers and truth values always pass.
FIELDS: dict[str, Field] = {
    "event": Field(WORDS, _("what happened: a fixed sentence of the software, never one with somebody’s words in it")),
    "level": Field(CODE, _("how grave it is")),
    "at": Field(CODE, _("when")),
    "logger": Field(CODE, _("which part of the software wrote it")),
    "request": Field(CODE, _("a random number that joins the lines of one page, and is used once")),
    "method": Field(CODE, _("whether a page was read or a form sent")),
    "route": Field(WORDS, _("which kind of page, and not its address: an address may hold what somebody typed")),
    "status": Field(CODE, _("how it ended, as a number")),
    "milliseconds": Field(CODE, _("how long it took")),
    "actor": Field(CODE, _("whether a visitor, a person, staff or the system did it, never who")),
    "case": Field(CODE, _("the reference of a case: random, and only our records know whose it is")),
    "decision": Field(CODE, _("the reference of a decision")),
    "reference": Field(CODE, _("the reference of something else")),
    "name": Field(CODE, _("the software’s name for what follows from it, never anybody’s")),
    "job": Field(CODE, _("the number of a piece of work in the background")),
    "task": Field(CODE, _("what kind of work that was")),
    "queue": Field(CODE, _("where it waited")),
    "attempt": Field(CODE, _("how often it was tried")),
    "count": Field(CODE, _("how many")),
    "seconds": Field(CODE, _("how long it took")),
    "day": Field(CODE, _("for which day")),
    "exception": Field(CODE, _("what kind of mistake the software made, without its words, which may quote somebody")),
    "where": Field(WORDS, _("in which lines of the software")),
    "process": Field(CODE, _("which copy of the software")),
    "left_out": Field(CODE, _("how many other things were not written down")),
}


def only_allowed(logger: Any, method: str, event: Event) -> Event:
    """A structlog step: keep what is allowed, and say how much was left out."""
    kept: dict[str, Any] = {}
    left_out = 0
    for name, value in event.items():
        if name.startswith("_"):
            kept[name] = value
            continue
        field = FIELDS.get(name)
        if field is None or not (isinstance(value, (int, float)) or field.shape.fullmatch(str(value))):
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
