"""A statement of account on paper."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from childmaintenance.correspondence.paper.compiler import Paper, print_paper
from childmaintenance.correspondence.paper.letter import SERVICE, day_of, for_paper


def print_statement(parts: Sequence[dict[str, Any]], *, on: dt.date, large_print: bool) -> Paper:
    """The statement as one PDF document, a part for each language."""
    return print_paper(
        "statement.typ",
        {
            "made_on": day_of(on),
            "large_print": large_print,
            "is_whole": True,
            "service": SERVICE,
            "parts": [for_paper(part) for part in parts],
        },
    )
