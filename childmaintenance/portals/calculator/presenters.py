"""The outcome in words: headline, ways of paying, and the working as a receipt."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from childmaintenance.foundation.language import current, pounds
from childmaintenance.law.fees.ways import Cost, Way
from childmaintenance.law.liability import Benefit, NilReason
from childmaintenance.law.reasons import Reason
from childmaintenance.law.sentences import explain, explain_note, name_of_rate
from childmaintenance.portals.calculator import pictures
from childmaintenance.portals.calculator.changes import changes
from childmaintenance.portals.calculator.outcome import FIRST, Outcome
from childmaintenance.portals.calculator.who import Side
from childmaintenance.values import Money

Line = dict[str, Any]


def result(outcome: Outcome) -> dict[str, Any]:
    """Everything that the result page shows."""
    return {
        "outcome": outcome,
        "headline": headline(outcome),
        "everybody": everybody(outcome),
        "ways": [] if outcome.is_range or not outcome.mine.weekly else ways(outcome),
        "they_pay": _("You pay") if outcome.told.side is Side.PAYS else _("They pay"),
        "they_get": _("You get") if outcome.told.side is Side.GETS else _("They get"),
        "lines": receipt_lines(outcome),
        "readings": readings(outcome),
        "equal_care": equal_care() if outcome.care_may_be_equal else "",
        "top_up": top_up(outcome) if outcome.is_above_the_cap else "",
        "changes": changes(outcome),
        "growth": pictures.growth(outcome),
        "growth_in_words": list(pictures.growth_in_words(outcome)),
        "nights": pictures.nights(outcome),
        "incomes": incomes(outcome),
        "who_is_who": who_is_who(outcome),
        "carried": carried(outcome),
    }


# ---- the amount --------------------------------------------------------------------------------------------------------


def headline(outcome: Outcome) -> dict[str, Any]:
    """The figure of the page. Of a range, the words alone."""
    mine = outcome.mine
    label = {
        Side.PAYS: _("You would pay"),
        Side.GETS: _("You would get"),
        Side.HELPS: _("The paying parent would pay"),
    }[outcome.told.side]
    if outcome.is_range:
        low, high = outcome.range[0], outcome.range[-1]
        return {
            "label": _("It depends on the income"),
            "low": outcome.mine_of(low[1].found.weekly),
            "high": outcome.mine_of(high[1].found.weekly),
            "from_income": whole_pounds(low[0]),
            "to_income": whole_pounds(high[0]),
        }
    children = _children(outcome)
    return {
        "label": label,
        "weekly": mine.weekly.in_pence,
        "monthly": mine.monthly.in_pence,
        "words": ngettext("a week, for %(n)d child", "a week, for %(n)d children", children) % {"n": children},
        "rate": name_of_rate(outcome.found.rate.value, current()),
    }


def whole_pounds(amount: Money) -> str:
    """A round sum without its noughts, such as £10,000."""
    return pounds(amount.in_pence).removesuffix(".00")


def _children(outcome: Outcome) -> int:
    parents = outcome.told.facts.receiving_parents
    return (
        len(parents[0].children) if outcome.told.side is Side.GETS else sum(len(parent.children) for parent in parents)
    )


def everybody(outcome: Outcome) -> list[Line]:
    """What each receiving parent would get, where there are several."""
    if len(outcome.each) < 2 or outcome.is_range:
        return []
    return [{"name": name_of(outcome, ref), "weekly": one.weekly.in_pence} for ref, one in outcome.each.items()]


def who_is_who(outcome: Outcome) -> str:
    """What the letter in the working stands for."""
    several = len(outcome.each) > 1
    if outcome.told.side is Side.GETS:
        return _("In the working, you are Parent A.")
    if several:
        return _("In the working, the parents are Parent A, Parent B and so on, in the order that you gave.")
    return _("In the working, the parent who looks after the children is Parent A.")


def in_the_working(outcome: Outcome) -> dict[str, str]:
    """What the law's sentences call each receiving parent."""
    return {ref: _("Parent %(letter)s") % {"letter": ref} for ref in outcome.each}


def name_of(outcome: Outcome, ref: str) -> str:
    """What a receiving parent is called beside their amount."""
    if outcome.told.side is Side.GETS and ref == FIRST:
        return _("You")
    return _("Parent %(letter)s") % {"letter": ref}


# ---- the ways of paying ------------------------------------------------------------------------------------------------


def ways(outcome: Outcome) -> list[Line]:
    """Each way with what it costs whom, by the week and by the month, in the order to consider them."""
    mine = outcome.mine
    return [_way(week, month) for week, month in zip(mine.by_week, mine.by_month, strict=True)]


def _way(week: Cost, month: Cost) -> Line:
    names = {
        Way.FAMILY_BASED: _("Between yourselves"),
        Way.DIRECT_PAY: _("Direct Pay"),
        Way.COLLECT_AND_PAY: _("Collect and Pay"),
    }
    says = {
        Way.FAMILY_BASED: _(
            "You agree it yourselves, and may agree another amount. Nobody charges a fee, and nobody makes anyone pay."
        ),
        Way.DIRECT_PAY: _(
            "The service works it out and you pay each other directly. There is no fee for the payments. The service can step in."
        ),
        Way.COLLECT_AND_PAY: _("The service collects the money and passes it on. Both parents pay a fee for that."),
    }
    return {
        "way": week.way.value,
        "name": names[week.way],
        "says": says[week.way],
        "pays_week": week.pays.in_pence,
        "gets_week": week.gets.in_pence,
        "pays_month": month.pays.in_pence,
        "gets_month": month.gets.in_pence,
        "added": week.added.in_pence,
        "taken": week.taken.in_pence,
    }


# ---- the working -------------------------------------------------------------------------------------------------------


def receipt_lines(outcome: Outcome) -> list[Line]:
    """What was said, each step with its law, and the amount, outermost first."""
    names = in_the_working(outcome)
    steps = [*outcome.told.income_steps, *outcome.found.reasons]
    lines: list[Line] = [
        {"words": _("What we started from"), "inside": list(facts(outcome))},
        {"words": _("How it was worked out"), "inside": [_step(reason, names) for reason in steps], "open": True},
    ]
    if len(outcome.each) > 1:
        lines += [
            {"words": _("%(name)s, a week") % {"name": names[ref]}, "figure": one.weekly.in_pence}
            for ref, one in outcome.each.items()
        ]
    total = _("A week, if nobody can find out the income") if outcome.is_range else _("A week, in all")
    lines.append({"words": total, "figure": outcome.total.weekly.in_pence, "total": True})
    return lines


def _step(reason: Reason, names: dict[str, str]) -> Line:
    figure = pounds(reason.amount.rounded().in_pence) if reason.amount is not None else None
    return {"words": explain(reason, current(), names), "figure": figure}


def facts(outcome: Outcome) -> Iterator[Line]:
    """What the asker said, as the law was told it."""
    facts = outcome.told.facts
    if isinstance(facts.gross_weekly_income, Money):
        yield {"words": _("Income by the week"), "figure": pounds(facts.gross_weekly_income.rounded().in_pence)}
    elif outcome.is_range:
        yield {"words": _("Income by the week"), "figure": _("Not known")}
    if facts.benefit is not Benefit.NONE or facts.nil_reason is not NilReason.NONE:
        yield {"words": _("A benefit or situation sets the amount"), "figure": _("Yes")}
    for parent in facts.receiving_parents:
        for place, child in enumerate(parent.children, start=1):
            said = {"letter": parent.ref, "number": place}
            words = (
                _("Child %(number)d") if len(facts.receiving_parents) == 1 else _("Parent %(letter)s, child %(number)d")
            )
            nights = ngettext("%(n)d night a year", "%(n)d nights a year", child.nights) % {"n": child.nights}
            yield {"words": words % said, "figure": nights}
    yield {"words": _("Other children at home"), "figure": str(facts.relevant_other_children)}
    yield {"words": _("Children paid for another way"), "figure": str(facts.other_arrangement_children)}


def readings(outcome: Outcome) -> list[str]:
    """Where the law is open, and how we read it."""
    return [explain_note(note, current(), outcome.told.facts.territory) for note in outcome.found.notes]


def equal_care() -> str:
    """Said where a child stays about half the time (reg 50; NI reg 49)."""
    return _(
        "A child stays about half the time. If both parents care for that child equally from day to day, "
        "nothing is owed for them, whatever this page says."
    )


def top_up(outcome: Outcome) -> str:
    """Said where income is above the most that counts (Sch 1 para 10(3))."""
    return _(
        "Only the first %(cap)s a week of income counts here. For the rest, a court can order more: "
        "it is called a top-up order. You need a calculation by the service first. "
        "A solicitor or a free advice line can tell you what it takes."
    ) % {"cap": pounds(outcome.cap.in_pence)}


def incomes(outcome: Outcome) -> list[Line]:
    """Of a range: each round income with its amount, for bars."""
    return [
        {
            "label": _("%(income)s a year") % {"income": whole_pounds(yearly)},
            "pence": outcome.mine_of(at.found.weekly),
        }
        for yearly, at in outcome.range
    ]


def carried(outcome: Outcome) -> list[Line]:
    """What an arrangement may begin with: one for each receiving parent who would get something."""
    if outcome.is_range:
        return []
    refs: Sequence[str] = [FIRST] if outcome.told.side is Side.GETS else list(outcome.each)
    return [
        {
            "name": name_of(outcome, ref) if len(refs) > 1 else "",
            "weekly": outcome.each[ref].weekly.in_pence,
            "monthly": outcome.each[ref].monthly.in_pence,
            "children": len(parent.children),
        }
        for ref, parent in ((ref, _parent(outcome, ref)) for ref in refs)
        if outcome.each[ref].weekly
    ]


def _parent(outcome: Outcome, ref: str) -> Any:
    return next(parent for parent in outcome.told.facts.receiving_parents if parent.ref == ref)
