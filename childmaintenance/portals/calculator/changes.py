"""What would change it: the nearest things that would give the asker another amount, and what it would then be."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from childmaintenance.foundation.language import current, pounds
from childmaintenance.law.edges import IncomeEdge, NightsEdge
from childmaintenance.law.sentences import name_of_rate
from childmaintenance.portals.calculator.outcome import Outcome
from childmaintenance.values import Money

Line = dict[str, Any]


def changes(outcome: Outcome) -> list[Line]:
    """Each thing that would give the asker another amount: what, and what it would then be."""
    now = outcome.mine.weekly.in_pence
    return [change for change in _changes(outcome) if change["figure"] != now]


def _changes(outcome: Outcome) -> Iterator[Line]:
    would = outcome.would_change
    yield from (_income_change(outcome, edge) for edge in would.incomes)
    yield from (_nights_change(outcome, edge) for edge in would.nights)
    if would.one_more_at_home:
        yield {
            "words": _("One more child lives with the paying parent"),
            "figure": outcome.mine_of(would.one_more_at_home.weekly),
        }


def _income_change(outcome: Outcome, edge: IncomeEdge) -> Line:
    assert isinstance(outcome.told.facts.gross_weekly_income, Money)
    less = edge.income < outcome.told.facts.gross_weekly_income
    words = _("The income falls to %(income)s a week") if less else _("The income rises to %(income)s a week")
    rate = name_of_rate(edge.beyond.rate.value, current())
    return {
        "words": words % {"income": pounds(edge.income.in_pence)},
        "source": "" if edge.beyond.rate is outcome.found.rate else _("Then it is the %(rate)s.") % {"rate": rate},
        "figure": outcome.mine_of(edge.beyond.weekly),
    }


def _nights_change(outcome: Outcome, edge: NightsEdge) -> Line:
    several = len(outcome.each) > 1
    words = (
        ngettext(
            "Parent %(letter)s’s child %(number)d stays %(n)d night a year",
            "Parent %(letter)s’s child %(number)d stays %(n)d nights a year",
            edge.nights,
        )
        if several
        else ngettext(
            "Child %(number)d stays %(n)d night a year", "Child %(number)d stays %(n)d nights a year", edge.nights
        )
    )
    said = {"letter": edge.ref, "number": edge.child + 1, "n": edge.nights}
    return {"words": words % said, "figure": outcome.mine_of(edge.beyond.weekly)}
