"""Whether the law and its second implementation say the same, to the penny; and the smallest case in which they do not."""

import json
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import count, islice
from typing import Any, Final

from childmaintenance.law import liability
from childmaintenance.law.liability import Child, Facts, ReceivingParent
from childmaintenance.law.provision import UNKNOWN, Scenario
from childmaintenance.modelling.assess import assess
from childmaintenance.modelling.columns import Columns
from childmaintenance.modelling.edges import PARTS, edge_cases
from childmaintenance.modelling.shrinking import smallest
from childmaintenance.modelling.terms import (
    BENEFITS,
    NIL_REASONS,
    NO_INCOME_GIVEN,
    RATES,
    TERRITORIES,
    UNKNOWN_INCOME,
)
from childmaintenance.values import Money

A_BATCH: Final = 5_000
BETWEEN: Final = 20  # batches from one line of progress to the next


@dataclass(frozen=True)
class Disagreement:
    """A case, and what each of the two says: the rate and pence a week to each receiving parent."""

    facts: Facts
    on: date
    by_law: tuple[str, tuple[int, ...]]
    by_columns: tuple[str, tuple[int, ...]]

    def __str__(self) -> str:
        asked = json.dumps(as_line(self.facts, self.on))
        return f"{asked}\n  law:       {self.by_law}\n  modelling: {self.by_columns}"


def disagreements(
    columns: Columns, days: Any, *, scenario: Scenario | None = None, law_under: Scenario | None = None
) -> Iterator[Disagreement]:
    """Each case that the two answer differently: the columns under one scenario, the law under another, or each as it stands."""
    found = assess(columns, on=days, scenario=scenario, threads=1)
    weekly, rates = found.weekly.tolist(), found.rate.tolist()
    for c, (facts, on) in enumerate(zip(facts_of(columns), days.tolist(), strict=True)):
        by_law = answer_of_law(facts, on, law_under)
        first, last = columns.receivers[c], columns.receivers[c + 1]
        by_columns = RATES[rates[c]].value, tuple(weekly[first:last])
        if by_law != by_columns:
            yield Disagreement(facts, on, by_law, by_columns)


def smallest_disagreement(found: Disagreement, parts: int, scenario: Scenario | None = None) -> Disagreement:
    """The simplest case in which the two still differ."""

    def again(facts: Facts, on: date) -> Disagreement | None:
        columns = assess(Columns.of([facts], parts), on=on, scenario=scenario, threads=1)
        by_columns = RATES[columns.rate[0]].value, tuple(columns.weekly.tolist())
        by_law = answer_of_law(facts, on)
        return None if by_law == by_columns else Disagreement(facts, on, by_law, by_columns)

    facts, on = smallest(found.facts, found.on, lambda facts, on: again(facts, on) is not None, parts)
    return again(facts, on) or found


def answer_of_law(facts: Facts, on: date, scenario: Scenario | None = None) -> tuple[str, tuple[int, ...]]:
    """What the law says: its rate, and pence to each receiving parent."""
    found = liability.assess(facts, on=on, explain=False, scenario=scenario)
    return found.rate.value, tuple(amount.in_pence for amount in found.weekly.values())


def facts_of(columns: Columns) -> Iterator[Facts]:
    """Each case of the columns as the law takes it."""
    case = {name: getattr(columns, name).tolist() for name in ("receivers", "children", "nights", "care_nights")}
    children = [Child(*nights) for nights in zip(case["nights"], case["care_nights"], strict=True)]
    parents = [tuple(children[a:b]) for a, b in zip(case["children"], case["children"][1:], strict=False)]
    per_pound = 100 * columns.parts
    for c, income in enumerate(columns.income.tolist()):
        theirs = parents[case["receivers"][c] : case["receivers"][c + 1]]
        yield Facts(
            receiving_parents=tuple(ReceivingParent(f"R{number}", own) for number, own in enumerate(theirs, 1)),
            territory=TERRITORIES[columns.territory[c]],
            gross_weekly_income=_income(income, per_pound),
            benefit=BENEFITS[columns.benefit[c]],
            nil_reason=NIL_REASONS[columns.nil_reason[c]],
            relevant_other_children=int(columns.others[c]),
            other_arrangement_children=int(columns.arrangements[c]),
            special_expenses_weekly=Money(int(columns.expenses[c]), per_pound),
            additional_income_weekly=Money(int(columns.additional[c]), per_pound),
        )


def _income(income: int, per_pound: int) -> Any:
    if income == NO_INCOME_GIVEN:
        return None
    return UNKNOWN if income == UNKNOWN_INCOME else Money(income, per_pound)


def as_line(facts: Facts, on: date) -> dict[str, Any]:
    """The case as `./run assess` reads it."""
    income = facts.gross_weekly_income
    return {
        "id": "smallest",
        "on": on.isoformat(),
        "territory": facts.territory.value,
        "receiving_parents": [
            {"ref": parent.ref, "children": [_nights(child) for child in parent.children]}
            for parent in facts.receiving_parents
        ],
        "gross_weekly_income": None if income is None else _amount(income) if isinstance(income, Money) else "unknown",
        "benefit": facts.benefit.value,
        "nil_reason": facts.nil_reason.value,
        "relevant_other_children": facts.relevant_other_children,
        "other_arrangement_children": facts.other_arrangement_children,
        "special_expenses_weekly": _amount(facts.special_expenses_weekly),
        "additional_income_weekly": _amount(facts.additional_income_weekly),
    }


def _nights(child: Child) -> dict[str, int]:
    return {"nights": child.nights, "local_authority_nights": child.local_authority_nights}


def _amount(amount: Money) -> str:
    return str(amount) if amount.is_whole_pence else str(Fraction(amount.exact))


def first_disagreement(seed: int, cases: int) -> Disagreement | None:
    """Compare so many edge cases of one seed: half with incomes in pence, half with yearly incomes as exact weekly ones."""
    for parts in PARTS:
        columns, days = edge_cases(cases // len(PARTS), seed, parts)
        for found in islice(disagreements(columns, days), 1):
            return smallest_disagreement(found, parts)
    return None


def compare(cases: int, seed: int, say: Callable[[str], None]) -> int:
    """Compare so many cases on every core; prints the smallest case of any disagreement, and answers 1 if there is one."""
    batches = -(-cases // A_BATCH)
    started, workers = time.monotonic(), len(os.sched_getaffinity(0))
    with ProcessPoolExecutor(workers) as pool:
        seeds = (seed * 1_000_003 + number for number in count())
        for done, found in enumerate(pool.map(first_disagreement, islice(seeds, batches), [A_BATCH] * batches), 1):
            if found is not None:
                pool.shutdown(cancel_futures=True)
                say(f"The law and its columns disagree. The smallest case:\n{found}")
                return 1
            if done % BETWEEN == 0:
                say(f"{done * A_BATCH:,} of {batches * A_BATCH:,} agree.")
    seconds = time.monotonic() - started
    say(f"{batches * A_BATCH:,} cases, edges included, agree to the penny ({seconds:.0f} s, seed {seed}).")
    return 0
