"""Who is who in a journey, read off the answers: which side somebody is on, what the other parent and the children are called."""

import unicodedata
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from childmaintenance.cases.terms import Side
from childmaintenance.journeys.terms import Answers

VOWELS = set("aeiouwy")
"""Of Welsh, where "and" sounds different before them."""


@dataclass(frozen=True)
class ChildHere:
    """A child as a journey speaks of them. `nights` is what the other parent said, where somebody answers them.

    `is_mine` is False where a paying parent says that they are not this child's parent: then nothing more is asked.
    """

    first_name: str
    reference: str = ""
    nights: int | None = None
    is_mine: bool = True


def side(answers: Answers) -> Side | None:
    """The side of whoever fills this in; None until they have said."""
    said = answers.known.get("side") or answers.whole.get("side", "side")
    return Side(said) if said else None


def receives(answers: Answers) -> bool:
    return side(answers) == Side.RECEIVING


def pays(answers: Answers) -> bool:
    return side(answers) == Side.PAYING


def is_new(answers: Answers) -> bool:
    """Whether we do not know this person yet, so that they must say who they are."""
    return not answers.known.get("registered")


def has_secret_name(answers: Answers) -> bool:
    """Whether the name they use now must never reach the other parent."""
    return "name" in answers.whole.get("safety", "worries", [])


def is_worried(answers: Answers) -> bool:
    """Whether they told us of anything that could put them or the children at risk."""
    return bool(set(answers.whole.get("safety", "worries", [])) - {"none"})


def other_parent(answers: Answers) -> str:
    """What the other parent is called. Only for pages that come after their name was given or is known."""
    return str(
        answers.known.get("other_parent")
        or answers.whole.get("their-name", "known_as")
        or answers.whole.get("their-name", "full_name", "")
    )


def children(answers: Answers) -> list[ChildHere]:
    """The children of this journey, in order: those of the case, or those that the applicant named."""
    if (of_the_case := answers.known.get("children")) is not None:
        disputed = answers.get("parentage-which", "not_mine", [])
        return [replace(child, is_mine=child.reference not in disputed) for child in of_the_case]
    return [ChildHere(child.get("child-name", "first_name", "")) for child in answers.whole.each("children")]


def names(answers: Answers) -> str:
    """The first names, in a row, of the children that more is asked about: "Elin, Macsen and Nia"."""
    return in_a_row([child.first_name for child in children(answers) if child.is_mine])


def in_a_row(called: list[str]) -> str:
    """Names as they are said: "Elin", "Elin and Macsen", "Elin, Macsen and Nia"."""
    if len(called) < 2:
        return "".join(called)
    before_vowel = unicodedata.normalize("NFD", called[-1])[:1].lower() in VOWELS
    both = pgettext("before a vowel", "%(first)s and %(last)s") if before_vowel else _("%(first)s and %(last)s")
    return both % {"first": ", ".join(called[:-1]), "last": called[-1]}
