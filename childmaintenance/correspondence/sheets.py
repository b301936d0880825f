"""Papers that somebody asks for and nobody sends: a result, an arrangement. Made on the spot from blocks, and not kept."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from childmaintenance.correspondence.blocks import Block
from childmaintenance.correspondence.paper.sheet import print_sheet
from childmaintenance.foundation.language import current, long_date


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What a paper says, in the current language. `signatures`: words under lines to sign on; none for most."""

    heading: str
    made_on: dt.date
    blocks: Sequence[Block]
    signatures: Sequence[str] = ()


def sheet_pdf(sheet: Sheet, *, large_print: bool = False) -> bytes:
    """The sheet as a tagged PDF document in the language being written in. Its title names the day and no matter."""
    made_on = long_date(sheet.made_on)
    part = {
        "language": current(),
        "heading": sheet.heading,
        "labels": {
            "document_title": _("Paper of %(day)s") % {"day": made_on},
            "made_on": made_on,
            "reference": _("Made on"),
            "page": _("Page {page} of {pages}"),
            "independent": _("Independent, and not a government service."),
            "unprintable": _("A box □ stands for a letter that could not be printed here."),
        },
        "blocks": list(sheet.blocks),
    }
    return print_sheet(part, sheet.signatures, on=sheet.made_on, large_print=large_print).pdf
