"""Cutting time at every change of fact or rate and deciding each slice once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from childmaintenance.law.days.reference_period import accrued
from childmaintenance.law.days.supersession import Cause, says
from childmaintenance.law.income.which_income import Kind, change_counts, which_income
from childmaintenance.law.liability import Assessment, Facts, assess
from childmaintenance.law.provision import Figures, InForce, Scenario, in_force
from childmaintenance.law.readings import USUAL, Readings
from childmaintenance.law.reasons import Reason, Reasons
from childmaintenance.law.timeline.changes import Change, Life
from childmaintenance.values import Citation, Money, Period, Territory

START = Citation(gb="SI 2012/2677 reg 12", ni="SR 2012/427 reg 12")
NEW_FIGURE = "new_figure"
UNTESTED = frozenset({Cause.ANNUAL_REVIEW, Cause.PERIODIC_CHECK, Cause.REVISION})


@dataclass(frozen=True, slots=True)
class Because:
    """Why a slice begins: a cause of supersession, `start` or `new_figure`, with its provision and the steps of its test."""

    cause: str
    provision: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A change of income that the tolerance refused, and why."""

    on: date
    cause: str
    provision: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Slice:
    """Days with one decision."""

    days: Period
    because: tuple[Because, ...]
    assessment: Assessment

    @property
    def accrued(self) -> Mapping[str, Money] | None:
        """What each receiving parent's maintenance came to over the slice, both end days counted; None while it still runs."""
        if self.days.ends is None:
            return None
        return {ref: accrued(weekly, self.days) for ref, weekly in self.assessment.weekly.items()}


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole of it."""

    slices: tuple[Slice, ...]
    refused: tuple[Refused, ...]

    def as_json(self) -> dict[str, Any]:
        """The answer of the `timeline` command, without its id."""
        return {"slices": [_slice(one) for one in self.slices], "refused": [_refused(one) for one in self.refused]}


@dataclass
class _State:
    """What is in force while walking."""

    facts: Facts
    kind: Kind
    historic: Money | None


def timeline(life: Life, *, readings: Readings = USUAL, scenario: Scenario | None = None) -> Timeline:
    """Decide a case over its whole life.

    Raises NoRateInForce where it begins before the scheme and MissingFact where a day or an income is needed and not known.
    """
    income = life.facts.gross_weekly_income
    historic = income if life.income_kind is Kind.HISTORIC and isinstance(income, Money) else None
    state = _State(life.facts, life.income_kind, historic)
    slices: list[Slice] = []
    refused: list[Refused] = []
    figures = days_of_new_figures(life.facts.territory)
    cuts = {change.effective for change in life.changes} | set(figures)
    for days in life.runs.cut_at(cuts):
        law = in_force(days.starts, life.facts.territory, scenario)
        because = [_change(change, state, law, refused) for change in life.changes_on(days.starts)]
        causes = tuple(one for one in because if one is not None)
        if not slices:
            causes = (Because("start", law.cite(START)), *causes)
        found = assess(state.facts, on=days.starts, readings=readings, scenario=scenario)
        instruments = (Because(NEW_FIGURE, "; ".join(sorted(figures.get(days.starts, ())))),)
        _append(slices, Slice(days, causes or instruments, found))
    return Timeline(tuple(slices), tuple(refused))


def days_of_new_figures(territory: Territory) -> dict[date, set[str]]:
    """The days on which a figure of the liability rules began in a territory, with the instruments that made it."""
    found: dict[date, set[str]] = {}
    for room, figures in Figures.register.items():
        if room.startswith("liability/"):
            for history in figures.histories.values():
                for row in history.rows:
                    if row.is_for(territory):
                        found.setdefault(row.starts, set()).add(row.by)
    return found


def _append(slices: list[Slice], new: Slice) -> None:
    """Add a slice; where no fact changed, and no figure that bears on this family, the slice before goes on."""
    last = slices[-1] if slices else None
    if last is not None and new.because[0].cause == NEW_FIGURE and new.assessment == last.assessment:
        slices[-1] = replace(last, days=Period(last.days.starts, new.days.ends))
    else:
        slices.append(new)


def _change(change: Change, state: _State, law: InForce, refused: list[Refused]) -> Because | None:
    """Carry one change out; one of income that fails its test is refused and leaves the income as it was."""
    where, reasons = says(change.cause, law), Reasons()
    if change.becomes:
        state.facts = replace(state.facts, **change.becomes)
    if change.current_income is None and change.historic_income is None and change.cause is not Cause.PERIODIC_CHECK:
        return Because(change.cause.value, where)
    if not _income(change, state, law, reasons):
        refused.append(Refused(law.on, change.cause.value, where, tuple(reasons.kept)))
        return Because(change.cause.value, where) if change.becomes else None
    return Because(change.cause.value, where, tuple(reasons.kept))


def _income(change: Change, state: _State, law: InForce, reasons: Reasons) -> bool:
    """Whether a change of income counts, and what income then is; see `income.which_income` for the tests."""
    before, new = state.facts.gross_weekly_income, change.current_income
    if change.historic_income is not None:
        state.historic = change.historic_income
    if change.cause in UNTESTED or not isinstance(before, Money):
        # A review puts the current income in force to the test again; a check without evidence goes back to historic income.
        if (
            new is None
            and change.cause is Cause.ANNUAL_REVIEW
            and state.kind is Kind.CURRENT
            and isinstance(before, Money)
        ):
            new = before
        counted = which_income(state.historic, new, law, reasons)
    elif state.kind is Kind.CURRENT:
        assert new is not None  # a historic figure comes only with a review, which is not tested here
        if not change_counts(before, new, law, reasons):
            return False
        state.facts = replace(state.facts, gross_weekly_income=new)
        return True
    else:
        counted = which_income(state.historic, new, law, reasons)
        if counted.kind is Kind.HISTORIC:
            return False
    state.facts, state.kind = replace(state.facts, gross_weekly_income=counted.weekly), counted.kind
    return True


def _slice(one: Slice) -> dict[str, Any]:
    built = one.accrued
    return {
        "from": one.days.starts.isoformat(),
        "until": one.days.ends.isoformat() if one.days.ends else None,
        "because": [
            {"cause": each.cause, "provision": each.provision, "reasons": [reason.as_json() for reason in each.reasons]}
            for each in one.because
        ],
        **one.assessment.as_json(),
        "accrued": {ref: str(amount) for ref, amount in built.items()} if built is not None else None,
    }


def _refused(one: Refused) -> dict[str, Any]:
    return {
        "on": one.on.isoformat(),
        "cause": one.cause,
        "provision": one.provision,
        "reasons": [reason.as_json() for reason in one.reasons],
    }
