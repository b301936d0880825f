"""Leaflets on paper: made from blocks when asked for, in ordinary type or large print, and tagged for screen readers."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from childmaintenance.correspondence.blocks import Block
from childmaintenance.correspondence.paper.compiler import print_paper
from childmaintenance.correspondence.paper.letter import SERVICE, day_of, for_paper
from childmaintenance.foundation.language import current, long_date


@dataclass(frozen=True, kw_only=True)
class Leaflet:
    """What a leaflet says, in the current language. `as_of`: the day its facts were last looked at."""

    code: str
    version: int
    as_of: dt.date
    heading: str
    summary: str
    blocks: Sequence[Block]


def leaflet_pdf(leaflet: Leaflet, *, large_print: bool = False) -> bytes:
    """The leaflet as a PDF document. Its title is its code: a name could say too much in a list of files."""
    edition = _("%(code)s, version %(version)s, %(day)s.") % {
        "code": leaflet.code,
        "version": leaflet.version,
        "day": long_date(leaflet.as_of),
    }
    part = {
        "language": current(),
        "heading": leaflet.heading,
        "summary": leaflet.summary,
        "labels": {
            "document_title": _("Leaflet %(code)s") % {"code": leaflet.code},
            "edition": edition,
            "reference": _("Leaflet"),
            "contents": _("Contents"),
            "page": _("Page {page} of {pages}"),
            "independent": _("Independent, and not a government service."),
            "unprintable": _("A box □ stands for a letter that could not be printed here."),
        },
        "blocks": list(leaflet.blocks),
    }
    return print_paper(
        "leaflet.typ",
        {
            "made_on": day_of(leaflet.as_of),
            "large_print": large_print,
            "is_whole": True,
            "service": SERVICE,
            "parts": [for_paper(part)],
        },
    ).pdf
