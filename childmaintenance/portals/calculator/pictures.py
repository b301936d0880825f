"""Two drawings, and the same in words: how the amount grows with income, and how it steps down with nights.

The places in a drawing are whole numbers from 0 to 1000 across and 0 to 300 down; the browser stretches it to the page. Words
stand beside it as text of the page, so that they keep their size on a phone.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from childmaintenance.foundation.language import current, pounds
from childmaintenance.law.growth import AtIncome
from childmaintenance.law.sentences import name_of_rate
from childmaintenance.portals.calculator.nights import NIGHTS_IN_A_YEAR, band_in_words
from childmaintenance.portals.calculator.outcome import Outcome
from childmaintenance.values import Money

WIDE, HIGH, AIR = 1000, 300, 12
SPANS = tuple(Money.of(pounds) for pounds in (400, 1000, 2000, 3300))
"""How far a drawing may reach, in pounds a week: the shortest that leaves room beyond the income."""
ROOM_BEYOND = Fraction(4, 3)


def growth(outcome: Outcome) -> dict[str, Any] | None:
    """The line of the amount by weekly income, where the lines of the law fall, and where this family stands."""
    points = outcome.pictured.by_income
    if not points:
        return None
    income = outcome.told.facts.gross_weekly_income
    known = income if isinstance(income, Money) else None
    span = _span(known, outcome.cap)
    drawn = _cut_off(points, span, outcome)
    most = max([amount for _income, amount in drawn] + [1])
    here = None
    if known is not None:
        here = {
            "x": _across(min(known, span), span),
            "y": _down(outcome.mine_of(outcome.found.weekly), most),
            "income": known.rounded().in_pence,
            "weekly": outcome.mine_of(outcome.found.weekly),
        }
    return {
        "points": " ".join(f"{_across(at, span)},{_down(amount, most)}" for at, amount in drawn),
        "lines": [_across(point.income, span) for point in points if point.line and point.income <= span],
        "here": here,
        "most": most,
        "span": span.in_pence,
    }


def growth_on_paper(outcome: Outcome) -> tuple[str, str] | None:
    """The same drawing for the printer, and what it says; without letters, which stand beside it."""
    drawn = growth(outcome)
    if drawn is None:
        return None
    lines = "".join(
        f'<path d="M{x} 0V{HIGH}" stroke="#ddd5c7" stroke-width="2" stroke-dasharray="4 7"/>' for x in drawn["lines"]
    )
    here = drawn["here"]
    dot = (
        f'<path d="M{here["x"]} {here["y"]}V{HIGH}" stroke="#c8553d" stroke-width="3"/>'
        f'<circle cx="{here["x"]}" cy="{here["y"]}" r="11" fill="#c8553d"/>'
        if here
        else ""
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 {WIDE + 24} {HIGH + 24}">'
        f'<polygon points="0,{HIGH} {drawn["points"]} {WIDE},{HIGH}" fill="#e3efee"/>{lines}'
        f'<path d="M0 {HIGH}H{WIDE}" stroke="#5f6c70" stroke-width="2"/>'
        f'<polyline points="{drawn["points"]}" fill="none" stroke="#0b5558" stroke-width="5" stroke-linejoin="round"/>{dot}</svg>'
    )
    says = _("The line goes from no income to %(income)s a week, and up to %(amount)s a week to pay.") % {
        "income": pounds(drawn["span"]),
        "amount": pounds(drawn["most"]),
    }
    if here:
        says += " " + _("The dot is your answer: %(income)s a week gives %(amount)s.") % {
            "income": pounds(here["income"]),
            "amount": pounds(here["weekly"]),
        }
    return svg, says


def growth_in_words(outcome: Outcome) -> Iterator[dict[str, Any]]:
    """The same, band by band: from which income to which, what kind of rate, and from which amount to which."""
    points = outcome.pictured.by_income
    for low, high in zip(points[0::2], [*points[1::2], None], strict=False):
        first, last = outcome.mine_of(low.found.weekly), outcome.mine_of(high.found.weekly) if high else None
        yield {
            "incomes": _("%(low)s to %(high)s")
            % {"low": pounds(low.income.in_pence), "high": pounds(high.income.in_pence)}
            if high
            else _("%(low)s or more") % {"low": pounds(low.income.in_pence)},
            "rate": _rates(low, high),
            "amounts": pounds(first)
            if last in (None, first)
            else _("%(low)s to %(high)s") % {"low": pounds(first), "high": pounds(last or 0)},
        }


def _rates(low: AtIncome, high: AtIncome | None) -> str:
    """The rate of a band, or both where the least amount payable gives way within it."""
    names = [name_of_rate(point.found.rate.value, current()) for point in (low, high) if point]
    if len(set(names)) == 1:
        return names[0]
    return _("%(first)s, then %(then)s") % {"first": names[0], "then": names[1]}


def nights(outcome: Outcome) -> list[dict[str, Any]]:
    """A bar for each band of nights, all the children alike; the one of this family, if they are alike, is marked."""
    stays = [child.nights for parent in outcome.told.facts.receiving_parents for child in parent.children]
    return [
        {
            "label": band_in_words(band.least, min(band.most, NIGHTS_IN_A_YEAR)),
            "pence": outcome.mine_of(band.found.weekly),
            "kind": "" if all(band.least <= stay <= band.most for stay in stays) else "quiet",
            "note": _("your answer") if all(band.least <= stay <= band.most for stay in stays) else "",
        }
        for band in outcome.pictured.by_nights
    ]


def _span(income: Money | None, cap: Money) -> Money:
    if income is None:
        return SPANS[2]
    return next((span for span in SPANS if income * ROOM_BEYOND <= span), SPANS[-1])


def _cut_off(points: tuple[AtIncome, ...], span: Money, outcome: Outcome) -> list[tuple[Money, int]]:
    """The points up to the end of the drawing, and where the line leaves it."""
    drawn = [(point.income, outcome.mine_of(point.found.weekly)) for point in points]
    inside = [point for point in drawn if point[0] <= span]
    beyond = next((point for point in drawn if point[0] > span), None)
    if beyond is None:
        return [*inside, (span, inside[-1][1])]
    last = inside[-1]
    way = (span - last[0]).over(beyond[0] - last[0])
    return [*inside, (span, round(last[1] + (beyond[1] - last[1]) * way))]


def _across(income: Money, span: Money) -> int:
    return round(income.over(span) * WIDE)


def _down(pence: int, most: int) -> int:
    return HIGH - AIR // 2 - (HIGH - 2 * AIR) * pence // most
