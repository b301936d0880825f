"""Addresses in what agents say: only our own pages may be named, and only those become links. A visitor's words never do."""

import re
from typing import Final

from django.conf import settings
from markupsafe import Markup, escape

from childmaintenance.chat.terms import NotOurPage

ADDRESS: Final = re.compile(
    r"\b(?:[a-z][a-z0-9+.-]*://|www\.|(?:javascript|data|mailto):)[^\s<>\"]+"
    r"|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|info|uk|wales|cymru|scot|io|ly|me|co|ie|eu)\b[^\s<>\"]*",
    re.I,
)
AFTER: Final = ".,;:!?)\"'»”’"
PATH: Final = re.compile(r"/(?!/)[\w\-./#?=&%~]*", re.ASCII)


def check(text: str) -> None:
    """Raises NotOurPage where the text has an address of anybody else."""
    for found in ADDRESS.finditer(text):
        if path_of(found[0].rstrip(AFTER)) is None:
            raise NotOurPage(found[0])


def path_of(address: str) -> str | None:
    """The path of a page of ours that an address leads to; None for any other place."""
    rest = address.removeprefix(settings.SITE_ADDRESS.rstrip("/"))
    if rest == address:
        return None
    return rest or "/" if not rest or PATH.fullmatch(rest) else None


def linked(text: str) -> Markup:
    """An agent's words, with our own addresses as links and everything else escaped."""
    parts, place = [], 0
    for found in ADDRESS.finditer(text):
        address = found[0].rstrip(AFTER)
        path = path_of(address)
        if path is None:
            continue
        parts.append(escape(text[place : found.start()]))
        parts.append(Markup('<a class="govuk-link" href="{}">{}</a>').format(path, address))
        place = found.start() + len(address)
    return Markup("").join([*parts, escape(text[place:])])
