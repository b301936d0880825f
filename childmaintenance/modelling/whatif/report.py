"""What a reform would do, as tables to compute with and a page to read."""

import csv
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from childmaintenance.modelling.page import figure, heading, paragraph, table, write_page
from childmaintenance.modelling.pictures import Bar, bars
from childmaintenance.modelling.whatif.cliffs import Cliff
from childmaintenance.modelling.whatif.difference import FIELDS, Group
from childmaintenance.modelling.whatif.reform import Reform

HEADS = ("Group", "Payers", "Pay more", "Pay less", "Paid before", "Paid after", "Received before", "Received after")
WEEKS = 52
CLIFF_HEADS = ("Children, others at home", "Income", "Just below it", "There", "Jump")


def write_tables(folder: Path, groups: Sequence[Group], before: Sequence[Cliff], after: Sequence[Cliff]) -> None:
    """The same figures as CSV: whole numbers, amounts in pence a week."""
    sums = ([one.by, one.name, *(getattr(one, name) for name in FIELDS)] for one in groups)
    _csv(folder / "groups.csv", ["by", "name", *FIELDS], sums)
    rows = [(law, cliff) for law, found in (("before", before), ("after", after)) for cliff in found]
    heads = ["law", "children", "others", "income", "below", "there"]
    _csv(folder / "cliffs.csv", heads, ([law, *(getattr(cliff, name) for name in heads[1:])] for law, cliff in rows))


def write_reform_page(
    path: Path,
    reform: Reform,
    groups: Sequence[Group],
    before: Sequence[Cliff],
    after: Sequence[Cliff],
    about: dict[str, Any],
) -> None:
    """Who would pay more and less, by income and family, and where the amount would jump."""
    everybody = groups[0]
    parts = [
        paragraph(
            f"By the law of {reform.on.isoformat()}, over {everybody.payers:,} invented paying parents (seed {about['seed']}, "
            f"scale {about['scale']:g}); nobody in it is real. Nobody is taken to change what they do. This is not law."
        ),
        paragraph(in_words(everybody)),
    ]
    for by, every in groupby(groups, key=lambda group: group.by):
        parts += _group(by, list(every))
    parts += [heading("Where the amount jumps"), paragraph(_cliffs_in_words(before, after))]
    for name, found in (("Before", before), ("After", after)):
        parts.append(table(f"{name}, pounds a week", CLIFF_HEADS, [_cliff(one) for one in found]))
    write_page(path, f"What if: {reform.name}", parts)


def in_words(group: Group) -> str:
    """A group in a sentence."""
    change = (group.paid_after - group.paid_before) * WEEKS / 100 / 1e6
    same = group.payers - group.pay_more - group.pay_less
    return (
        f"{group.pay_more:,} would pay more, {group.pay_less:,} less, {same:,} the same; a payer "
        f"{_signed(float(group.mean_change))} a week on average, {change:+,.1f} million pounds a year in all."
    )


def _group(by: str, groups: Sequence[Group]) -> list[str]:
    changes = [Bar(group.name, float(group.mean_change), None, _signed(float(group.mean_change))) for group in groups]
    title = f"{by}: change in what a payer pays a week"
    said = f"{title}. " + "; ".join(f"{bar.label}: {bar.says}" for bar in changes) + "."
    means = table(f"{by}, a week on average", HEADS, [_row(group) for group in groups])
    return [heading(by), figure(bars(title, changes), said), means]


def _row(group: Group) -> list[str]:
    means = [getattr(group, name) / 100 / max(1, group.payers) for name in FIELDS[3:]]
    return [group.name, *(f"{getattr(group, name):,}" for name in FIELDS[:3]), *(f"£{mean:,.2f}" for mean in means)]


def _cliff(one: Cliff) -> list[str]:
    amounts = [f"£{pence / 100:,.2f}" for pence in (one.income, one.below, one.there)]
    return [f"{one.children}, {one.others}", *amounts, _signed((one.there - one.below) / 100)]


def _cliffs_in_words(before: Sequence[Cliff], after: Sequence[Cliff]) -> str:
    same = sum(cliff in before for cliff in after)
    return (
        f"For families of one to three children and none to two others at home, with no nights: {len(before)} jumps "
        f"before, {len(after)} after, {same} of them the same. A jump is where one more penny of income adds threepence "
        "or more, or takes something away."
    )


def _signed(pounds: float) -> str:
    return f"{'-' if pounds < 0 else '+' if pounds > 0 else ''}£{abs(pounds):,.2f}"


def _csv(path: Path, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heads)
        writer.writerows(rows)
