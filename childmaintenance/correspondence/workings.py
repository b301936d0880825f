"""The law's reasons in a letter: each step as the sentence that the law's own catalogues give it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from childmaintenance.correspondence.blocks import Block, paragraph
from childmaintenance.correspondence.terms import UnusableFact
from childmaintenance.foundation.language import current, pounds
from childmaintenance.law.reasons import Reason
from childmaintenance.law.sentences import explain_note, say
from childmaintenance.values import Citation, Territory

YEAR_TO_WEEK = Citation(gb="SI 2012/2677 reg 35(1)(c)", ni="SR 2012/427 reg 34(1)(c)")


@dataclass(frozen=True)
class Working:
    """One step of a computation, as `law` keeps it."""

    reason: Reason

    @classmethod
    def from_json(cls, stored: Mapping[str, Any], path: str) -> "Working":
        """Raises UnusableFact for what is not a stored reason, before a word of the letter is written."""
        try:
            return cls(Reason.from_json(stored))
        except (KeyError, TypeError, ValueError, ArithmeticError):
            raise UnusableFact(f"{path} is not a reason as the law writes it") from None

    def in_words(self, names: Mapping[str, str]) -> tuple[str, str]:
        """The step as a sentence in the current language, and its provision. `names` puts people for references."""
        inputs = {**self.reason.inputs, "amount": self.reason.amount}
        if (parent := inputs.get("receiving_parent")) is not None:
            inputs["receiving_parent"] = names.get(parent) or _("another receiving parent")
        try:
            return say("steps", self.reason.step, current(), **inputs), self.reason.provision
        except (KeyError, TypeError, ValueError, ArithmeticError):
            raise UnusableFact(f"reasons: the law has no sentence for {self.reason.step} with these inputs") from None


def sentences(workings: Iterable[Working], names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Every step in order."""
    return [working.in_words(names) for working in workings]


def year_to_week(yearly_pence: int, weekly_pence: int, territory: Territory) -> tuple[str, str]:
    """The step before the law's first: how the tax authority's figure for a year became one for a week."""
    said = _("%(yearly)s a year, divided by 365 and multiplied by 7, is %(weekly)s a week.") % {
        "yearly": pounds(yearly_pence),
        "weekly": pounds(weekly_pence),
    }
    return said, YEAR_TO_WEEK.in_(territory)


def doubts(notes: Iterable[str], territory: Territory) -> list[Block]:
    """Where the law could be read in two ways: which way we read it."""
    try:
        return [paragraph(explain_note(note, current(), territory)) for note in notes]
    except KeyError:
        raise UnusableFact("notes: the law has no such note") from None


def names_of_the_law(territory: Territory) -> Block:
    """What the short references under each step stand for."""
    if territory is Territory.NI:
        return paragraph(
            _(
                "CS(NI)O 1991 is the Child Support (Northern Ireland) Order 1991. "
                "SR 2012/427 is the Child Support Maintenance Calculation Regulations (Northern Ireland) 2012."
            )
        )
    return paragraph(
        _(
            "CSA 1991 is the Child Support Act 1991. "
            "SI 2012/2677 is the Child Support Maintenance Calculation Regulations 2012."
        )
    )
