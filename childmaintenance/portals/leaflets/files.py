"""Leaflets as braille and as sound: made beforehand by a command, where the machine has the programs, and offered only while
the file has the very words that the page has today."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.utils.translation import gettext as _

from childmaintenance.correspondence.braille import NoBraille, braille_file, can_make_braille
from childmaintenance.correspondence.sound import KINDS, NoSound, can_speak, spoken
from childmaintenance.foundation.language import LANGUAGES, current, in_language, long_date
from childmaintenance.guidance.leaflets import LEAFLETS
from childmaintenance.guidance.terms import Page
from childmaintenance.portals.leaflets.paper import on_paper, to_read_aloud

MADE_AS: Final = 1
"""One more whenever files come out otherwise from the same words."""
BRF: Final = ".brf"
KINDS_OF_FILE: Final = {BRF: "application/x-brf", **KINDS}


class Form(StrEnum):
    """What is made of a leaflet."""

    BRAILLE = "braille"
    SOUND = "sound"


@dataclass(frozen=True)
class Made:
    """A file that is here. `length`: pages of braille, or minutes of sound."""

    path: Path
    size: int
    length: int

    @property
    def ending(self) -> str:
        return self.path.suffix

    @property
    def kind(self) -> str:
        """Its media type."""
        return KINDS_OF_FILE[self.path.suffix]

    @property
    def size_in_words(self) -> str:
        """In kilobytes or megabytes."""
        return f"{self.size / 1_000_000:.1f} MB" if self.size >= 1_000_000 else f"{max(1, self.size // 1000)} kB"


def made(leaflet: Page, form: Form) -> Made | None:
    """The file of these very words in the reader's language, or None."""
    found = sorted(_folder().glob(f"{_edition(leaflet, form)}-*"))
    if not found:
        return None
    length = found[0].stem.rpartition("-")[2]
    return Made(found[0], found[0].stat().st_size, int(length)) if length.isdigit() else None


def possible() -> frozenset[Form]:
    """What the programs of this machine can make."""
    able = {Form.BRAILLE: can_make_braille, Form.SOUND: can_speak}
    return frozenset(form for form, can in able.items() if can())


def make_all(forms: frozenset[Form], told: Callable[[str], Any]) -> int:
    """Make what is not there yet, of every leaflet in both languages, and tell of each. Gives how many could not be made."""
    failed = 0
    for leaflet, language, form in _every(forms):
        with in_language(language):
            name = f"{leaflet.more['code']} {language} {form.value}"
            if made(leaflet, form):
                told(f"{name}: there already")
                continue
            try:
                done = make(leaflet, form)
            except (NoBraille, NoSound) as why:
                failed += 1
                told(f"{name}: not made. {why}")
            else:
                told(f"{name}: {done.path.name}, {done.size_in_words}")
    return failed


def make(leaflet: Page, form: Form) -> Made:
    """Make one file in the current language, put it in its place whole, and remove those of older words."""
    edition, folder = _edition(leaflet, form), _folder()
    if form is Form.BRAILLE:
        content, ending, length = _braille(leaflet)
    else:
        heard = spoken(to_read_aloud(leaflet), language=current())
        content, ending, length = heard.content, heard.ending, max(1, round(heard.seconds / 60))
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / f".half-{edition}"
    half.write_bytes(content)
    path = folder / f"{edition}-{length}{ending}"
    half.replace(path)
    for old in folder.glob(f"{_work(leaflet, form)}-*"):
        if old != path:
            old.unlink()
    return Made(path, len(content), length)


def _braille(leaflet: Page) -> tuple[bytes, str, int]:
    paper = on_paper(leaflet)
    content = braille_file(paper.heading, _front(leaflet), paper.blocks, language=current())
    return content, BRF, content.count(b"\f")


def _front(leaflet: Page) -> list[str]:
    edition = _("%(code)s, version %(version)s. Last checked on %(day)s.") % {
        "code": leaflet.more["code"],
        "version": leaflet.more["version"],
        "day": long_date(leaflet.as_of),
    }
    return [edition, leaflet.summary]


def _every(forms: frozenset[Form]) -> Iterator[tuple[Page, str, Form]]:
    for leaflet in sorted(LEAFLETS.pages(), key=lambda one: one.more["place"]):
        for language in LANGUAGES:
            for form in sorted(forms):
                yield leaflet, language, form


def _folder() -> Path:
    return Path(settings.LEAFLET_FILES)


def _work(leaflet: Page, form: Form) -> str:
    return f"{leaflet.more['code'].lower()}-{current()}-{form.value}"


def _edition(leaflet: Page, form: Form) -> str:
    """What the name of a file begins with: whose it is, and a digest of the words it has, with the law's figures of the day."""
    if form is Form.BRAILLE:
        paper = on_paper(leaflet)
        words = json.dumps([paper.heading, _front(leaflet), paper.blocks], sort_keys=True)
    else:
        words = to_read_aloud(leaflet)
    digest = hashlib.sha256(f"{MADE_AS}\n{words}".encode()).hexdigest()[:16]
    return f"{_work(leaflet, form)}-{digest}"
