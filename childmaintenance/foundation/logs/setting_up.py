"""One way out for every log line, ours and the libraries': through the allow-list, to standard error."""

import logging
import sys
from typing import Any

import structlog
from structlog.types import EventDict, Processor

from childmaintenance.foundation.logs.allowed import describe_exception, only_allowed

QUIET = {
    "django.request": "ERROR",
    "django.security": "ERROR",
    "procrastinate": "WARNING",
    "httpx": "WARNING",
    "httpcore": "WARNING",
    "django.server": "WARNING",
}


def configure(options: dict[str, Any]) -> None:
    """Django calls this once, with settings.LOGGING: a level, and whether lines are JSON."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", key="at"),
        describe_exception,
    ]
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    printer: Processor = (
        structlog.processors.JSONRenderer() if options["json"] else structlog.dev.ConsoleRenderer(colors=False)
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[without_arguments, *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, only_allowed, printer],
            keep_exc_info=False,
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(options["level"])
    for name in list(logging.root.manager.loggerDict):
        if name.startswith(("django", "procrastinate", "allauth")):
            logging.getLogger(name).handlers[:] = []
            logging.getLogger(name).propagate = True
    for name, level in QUIET.items():
        logging.getLogger(name).setLevel(level)


def without_arguments(logger: Any, method: str, event: EventDict) -> EventDict:
    """A structlog step for the libraries' own lines: their sentence without the values they would put into it."""
    record = event.get("_record")
    if record is not None:
        event["event"] = str(record.msg)
    return event
