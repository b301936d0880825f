"""The page that says how near the invented nation is to the published one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from childmaintenance.modelling.nation.marginals import Marginal
from childmaintenance.modelling.nation.parameters import parameters
from childmaintenance.modelling.page import figure, heading, paragraph, table, write_page
from childmaintenance.modelling.pictures import Bar, bars

HEADS = ("Figure", "Status", "Should be", "Is", "Within", "Met")


def write_report(path: Path, found: Sequence[Marginal], about: dict[str, Any], payers: int) -> None:
    """Every figure: a picture, the same in words, and a table; then what was assumed."""
    far = [marginal for marginal in found if not marginal.is_met]
    met = "Every figure is within its tolerance." if not far else f"{len(far)} figures are outside their tolerance."
    parts = [
        paragraph(f"{payers:,} paying parents, invented from seed {about['seed']}; nobody in it is real. {met}"),
        paragraph(
            f"Filled bars: what was drawn; outlined: what it should be. Amounts are by the law of {about['day']}."
        ),
    ]
    for group in dict.fromkeys(marginal.group for marginal in found):
        parts += _group(group, [marginal for marginal in found if marginal.group == group])
    parameters_said = [_parameter(*item) for item in parameters().items()]
    parts += [
        heading("What it was drawn from"),
        table("Parameters", ["Parameter", "Status", "What it says"], parameters_said),
    ]
    write_page(path, "An invented nation, beside the published one", parts)


def _group(group: str, found: Sequence[Marginal]) -> list[str]:
    drawn = [bars(f"{group}, in {unit}", [_bar(one) for one in found if one.unit == unit]) for unit in _units(found)]
    said = f"{group}: " + "; ".join(f"{one.name} {_bar(one).says}" for one in found) + "."
    return [heading(group), figure("".join(drawn), said), table(group, HEADS, [_row(one) for one in found])]


def _bar(one: Marginal) -> Bar:
    return Bar(one.name, one.achieved, one.target, f"{_in_words(one, one.achieved)}, for {_in_words(one, one.target)}")


def _row(one: Marginal) -> list[str]:
    met = "yes" if one.is_met else "no"
    return [one.name, one.status, _in_words(one, one.target), _in_words(one, one.achieved), f"{one.tolerance:g}", met]


def _units(found: Sequence[Marginal]) -> list[str]:
    return list(dict.fromkeys(one.unit for one in found))


def _in_words(one: Marginal, value: float) -> str:
    return f"£{value:.2f}" + one.unit[1:] if one.unit.startswith("£") else f"{value:,.2f} {one.unit}"


def _parameter(name: str, group: dict[str, Any]) -> list[str]:
    return [name.replace("_", " "), group["status"], group["says"]]
