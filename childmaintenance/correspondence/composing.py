"""From a kind of letter and its facts to what the reader sees, once in each of their languages."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from childmaintenance.correspondence.facts import clean, isolated, read_facts
from childmaintenance.correspondence.letters import definition
from childmaintenance.correspondence.terms import CannotWrite, Kind, MissingFact, Part, Sending
from childmaintenance.correspondence.wording import ending
from childmaintenance.foundation.language import in_language, long_date


def compose(kind: Kind, facts: Mapping[str, Any], sending: Sending, languages: tuple[str, ...]) -> tuple[Part, ...]:
    """The letter in each language. Raises CannotWrite, naming the letter and the fact, rather than leave a gap."""
    letter = definition(kind)
    try:
        known = read_facts(letter.Facts, facts)
        if not clean(sending.to_name):
            raise MissingFact("to_name is empty")
        return tuple(_part(letter, known, sending, language) for language in languages)
    except CannotWrite as problem:
        raise type(problem)(f"{kind.value}: {problem}") from None


def _part(letter: Any, facts: Any, sending: Sending, language: str) -> Part:
    with in_language(language):
        written_on = long_date(sending.on)
        return Part(
            language=language,
            heading=str(letter.title(facts)),
            greeting=_("Dear %(name)s") % {"name": isolated(clean(sending.to_name))},
            written_on=written_on,
            labels={
                # What a screen, a tab or a list of downloads shows: nothing of what the letter is about.
                "document_title": _("Letter of %(day)s, %(reference)s")
                % {"day": written_on, "reference": sending.reference},
                "date": pgettext("letter", "Date"),
                "reference": _("Our reference"),
                "page": _("Page {page} of {pages}"),
                "independent": _("Independent, and not a government service."),
                "unprintable": _(
                    "A box □ stands for a letter that could not be printed here. Your account shows every name in full."
                ),
                "not_shown": _("shown to the reader only"),
            },
            blocks=(*letter.blocks(facts, sending), *ending(sending)),
        )
