"""A sheet that somebody asked for: no address, no greeting, nobody it is sent to."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from childmaintenance.correspondence.paper.compiler import Paper, print_paper
from childmaintenance.correspondence.paper.letter import SERVICE, day_of, for_paper


def print_sheet(part: dict[str, Any], signatures: Iterable[str], *, on: dt.date, large_print: bool) -> Paper:
    """The sheet as a PDF document. `signatures` are lines to sign and date on, in words of the sheet's language."""
    return print_paper(
        "sheet.typ",
        {
            "made_on": day_of(on),
            "large_print": large_print,
            "is_whole": True,
            "service": SERVICE,
            "signatures": [for_paper(one) for one in signatures],
            "parts": [for_paper(part)],
        },
    )
