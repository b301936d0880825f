"""Letters, exactly as they were sent: a list, a page for each, and the file."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from childmaintenance.accounts.access import actor_of, person
from childmaintenance.accounts.public_forms import PER, count, wait
from childmaintenance.correspondence import actions, other_forms, queries
from childmaintenance.correspondence.braille import NoBraille, can_make_braille
from childmaintenance.correspondence.sound import KINDS, NoSound, can_speak
from childmaintenance.correspondence.terms import LetterRecord
from childmaintenance.foundation import audit
from childmaintenance.foundation.language import current as language
from childmaintenance.parties import queries as people
from childmaintenance.parties.terms import AlsoAs
from childmaintenance.portals.parents.layout import page

MOST_MADE = 30
"""Braille and sound files of letters that one person may ask for in `PER`."""


@person
def letters(request: HttpRequest) -> HttpResponse:
    """Every letter to whoever is signed in, newest first; those not opened yet are marked."""
    party = people.party_of_account(actor_of(request).reference)
    lines = queries.letters_of(party.reference) if party else []
    rows = [
        {
            "reference": line.reference,
            "heading": line.headings.get(language()) or next(iter(line.headings.values())),
            "written_in": language() if language() in line.headings else next(iter(line.headings)),
            "written_on": line.written_on,
            "is_new": line.first_read_at is None,
        }
        for line in lines
    ]
    return page(request, "parents/letters.html", {"rows": rows})


@person
def letter(request: HttpRequest, reference: str) -> HttpResponse:
    record = _mine(request, reference)
    actions.note_reading(letter=reference, by=actor_of(request))
    wanted = people.contact(record.to).also_as
    able = {AlsoAs.BRAILLE.value: can_make_braille(), AlsoAs.SOUND.value: can_speak()}
    forms = sorted((form for form in able if able[form]), key=lambda form: form != wanted)
    return page(
        request, "parents/letter.html", {"letter": record, "forms": forms, "wanted": wanted, "able": able.get(wanted)}
    )


@person
def letter_file(request: HttpRequest, reference: str) -> HttpResponse:
    """The tagged PDF as it was sent."""
    _mine(request, reference)
    actions.note_reading(letter=reference, by=actor_of(request))
    answer = HttpResponse(queries.pdf(reference), content_type="application/pdf")
    # A neutral name: it stays in a downloads folder that others may see.
    answer["Content-Disposition"] = f'attachment; filename="{_("letter")}-{reference}.pdf"'
    return answer


@person
def letter_in_braille(request: HttpRequest, reference: str) -> HttpResponseBase:
    """The letter in braille, made now; in the language of the page if the letter has it."""
    return _in_another_form(request, reference, _braille)


@person
def letter_read_aloud(request: HttpRequest, reference: str) -> HttpResponseBase:
    """The letter read aloud, made now; in the language of the page if the letter has it."""
    return _in_another_form(request, reference, _sound)


def _in_another_form(
    request: HttpRequest, reference: str, make: Callable[[LetterRecord], tuple[bytes, str, str]]
) -> HttpResponseBase:
    """What is made of the letter, as a file. Making it takes a processor for seconds, so nobody may ask without end."""
    record = _mine(request, reference)
    if count("letter in another form", actor_of(request).reference, per=PER) > MOST_MADE:
        return wait(request, PER)
    actions.note_reading(letter=reference, by=actor_of(request))
    try:
        content, kind, ending = make(record)
    except (NoBraille, NoSound):
        raise Http404 from None
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{_("letter")}-{reference}{ending}"'
    return answer


def _braille(record: LetterRecord) -> tuple[bytes, str, str]:
    return other_forms.letter_in_braille(record, language=language()), "application/x-brf", ".brf"


def _sound(record: LetterRecord) -> tuple[bytes, str, str]:
    heard = other_forms.letter_read_aloud(record, language=language())
    return heard.content, KINDS[heard.ending], heard.ending


def _mine(request: HttpRequest, reference: str) -> LetterRecord:
    """Somebody else's letter is not found, and the asking is recorded."""
    party = people.party_of_account(actor_of(request).reference)
    try:
        record = queries.letter(reference)
    except KeyError:
        record = None
    if party is None or record is None or record.to != party.reference:
        audit.refused(by=actor_of(request), about=reference[:24], why="a letter that is not theirs")
        raise Http404
    return record
