"""How fast the law is: over columns, one case at a time, and as a command; and how far from a bare loop over the same arrays."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from childmaintenance.config.places import ROOT, VENV
from childmaintenance.law import liability
from childmaintenance.modelling.agreement import facts_of
from childmaintenance.modelling.assess import assess, assess_by_dask
from childmaintenance.modelling.columns import A_CASE, A_CHILD, Columns
from childmaintenance.modelling.compiled import compiled
from childmaintenance.modelling.edges import edge_cases
from childmaintenance.modelling.figures import editions
from childmaintenance.modelling.nation.parameters import parameters
from childmaintenance.modelling.nation.parquet import DAY, make_nation, read_nation

PAYERS = 1_500_000
TIMES = 7
TIMES_DASK = 2
TIMES_NEW = 3
SCALAR = 10_000
STARTS = 7
A_PARENT = {"ref": "A", "children": [{"nights": 60}]}
AN_ASSESSMENT = {"id": "x1", "on": "2026-04-01", "gross_weekly_income": "500.00", "receiving_parents": [A_PARENT]}


def run() -> str:
    """The section of docs/benchmarks.md."""
    with tempfile.TemporaryDirectory() as folder:
        nation = Path(folder) / "nation.parquet"
        scale = PAYERS / parameters()["payers"]["number"]
        make_nation(nation, scale=scale, seed=1)
        size = nation.stat().st_size / 1e6
        memory, from_nothing = _in_a_new_process(nation)
        columns = _whole(nation)
        of_columns = _columns(columns)
        wall, processor = _best(lambda: _read_and_assess(nation))
    receivers, children = len(columns.children) - 1, len(columns.nights)
    return f"""## The law over columns

{len(columns):,} paying parents of the invented nation, with {receivers:,} receiving parents and {children:,} children; incomes in
365ths of a penny; the best of {TIMES} runs, taken in turns. Whatever
else the machine was doing slows the clock; a core's own time hardly changes with it.

{of_columns}

The whole nation read from Parquet ({size:.0f} MB) and assessed, in one process with both threads: **{wall:.2f} s** by the clock,
{processor:.2f} s of the cores' own time. A process of its own, with starting Python, NumPy, Numba and PyArrow: {from_nothing:.1f} s, and
at most {memory} MB of memory.

## The law one case at a time

{_scalar(columns)}

## The law as a command

{_commands()}"""


def _columns(columns: Columns) -> str:
    """Every way over the same arrays, each tried once a round, so that a slow moment strikes all alike."""
    edges, days = edge_cases(len(columns) // 10, 1, 365)
    simple = _simple_band(columns)
    out = np.empty(len(columns), np.int64)
    ways: dict[str, tuple[int, Callable[[], Any]]] = {
        "a bare loop: reads each array once, adds, stores, one thread": (
            len(columns),
            lambda: bare_loop(*_arrays(columns), out),
        ),
        "full assessments, two threads": (len(columns), lambda: assess(columns, on=DAY, threads=2)),
        "full assessments, one thread": (len(columns), lambda: assess(columns, on=DAY, threads=1)),
        "the same of random cases at the edges, a day each": (
            len(edges),
            lambda: assess(edges, on=days, threads=2),
        ),
        "plain NumPy of the simplest band formula, one thread": (len(columns), simple),
        "through Dask on two processes, starting them included": (
            len(columns),
            lambda: assess_by_dask(columns, on=DAY, processes=2),
        ),
    }
    wall, processor = dict.fromkeys(ways, float("inf")), dict.fromkeys(ways, float("inf"))
    for turn in range(TIMES):
        for name, (_, way) in ways.items():
            if "Dask" not in name or turn < TIMES_DASK:
                times = _times(way)
                wall[name], processor[name] = min(wall[name], times[0]), min(processor[name], times[1])
    base = len(columns) / processor[next(iter(ways))]
    lines = []
    for name, (number, _) in ways.items():
        own = number / processor[name]
        of_one_core = ["", ""] if "Dask" in name else [f"{own / 1e6:.1f}", f"{base / own:.1f}"]
        lines.append("| " + " | ".join([name, f"{number / wall[name] / 1e6:.1f}", *of_one_core]) + " |")
    head = "| million a second | by the clock | of one core's own time | times a bare loop, by that |"
    return "\n".join([head, "|---|---|---|---|", *lines])


def _arrays(columns: Columns) -> tuple[Any, ...]:
    return (columns.income, columns.benefit, columns.others, columns.receivers, columns.children, columns.nights)


@compiled
def bare_loop(income: Any, benefit: Any, others: Any, receivers: Any, children: Any, nights: Any, out: Any) -> None:
    """The cost of merely walking the same ragged arrays."""
    for c in range(len(income)):
        total = income[c] + benefit[c] + others[c]
        for r in range(receivers[c], receivers[c + 1]):
            for k in range(children[r], children[r + 1]):
                total += nights[k]
        out[c] = total


def _simple_band(columns: Columns) -> Callable[[], Any]:
    """Flat, reduced, basic and basic plus for one receiving parent, no nights, rounded: what a spreadsheet would do."""
    t = editions(columns.parts).tables
    children = np.minimum(np.diff(columns.children[columns.receivers]), t.below_line.shape[1]) - 1

    def work() -> Any:
        e, w = -1, t.whole
        income = np.minimum(columns.income, t.cap[e])
        above = np.maximum(income - t.line[e], 0) * t.above_line[e][children]
        basic = np.minimum(income, t.line[e]) * t.below_line[e][children] + above
        reduced = t.flat[e] * w + (income - t.low[e]) * t.reduced[e, :, 0][children]
        amount = np.where(income < t.high[e], reduced, basic)
        amount = np.where(income <= t.low[e], t.flat[e] * w, amount)
        amount = np.where(income < t.flat[e], 0, amount)
        return (2 * amount + w * t.penny) // (2 * w * t.penny)

    return work


def _scalar(nation: Columns) -> str:
    """The families of the nation as they come, and the random cases at the edges, which are the hardest there are."""
    columns, days = edge_cases(SCALAR, 1, 365)
    families = [(facts, DAY) for facts in facts_of(nation.piece(0, SCALAR))]
    edges = [(facts, DAY) for facts in facts_of(columns)]
    edges_and_days = list(zip(facts_of(columns), days.tolist(), strict=True))
    lines = ["| a second | by the clock | of one core's own time |", "|---|---|---|"]
    for name, cases, explain in (
        ("a family of the nation, with every reason", families, True),
        ("a family of the nation, without reasons", families, False),
        ("a case at the edges, with every reason", edges, True),
        ("a case at the edges, without reasons", edges, False),
        ("a case at the edges, without reasons, a day each", edges_and_days, False),
    ):
        wall, processor = _best(lambda cases=cases, explain=explain: _one_by_one(cases, explain))
        lines.append(f"| {name} | {SCALAR / wall:,.0f} | {SCALAR / processor:,.0f} |")
    return f"""{SCALAR:,} families of the nation; and as many random cases at the edges, with several receiving parents, nights in every
band and variations. One thread; the best of {TIMES} runs.

{chr(10).join(lines)}"""


def _one_by_one(cases: list[tuple[Any, date]], explain: bool) -> None:
    for facts, on in cases:
        liability.assess(facts, on=on, explain=explain)


def _commands() -> str:
    """From typing the command to its answer, the median of several, beside Python starting and doing nothing."""
    command = str(VENV / "bin" / "childmaintenance")
    nothing = _median(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    ask = partial(subprocess.run, input=json.dumps(AN_ASSESSMENT).encode(), stdout=subprocess.DEVNULL, check=True)
    answer = _median(lambda: ask([command, "assess"]))
    times = f"{answer / nothing:.1f} times Python that does nothing"
    return f"One assessment by `childmaintenance assess`, the median of {STARTS}: {answer * 1000:.0f} ms, {times}."


def _read_and_assess(nation: Path) -> int:
    return sum(int(assess(columns, on=DAY).weekly.sum()) for columns, _ in read_nation(nation))


def _whole(nation: Path) -> Columns:
    """All groups as one."""
    groups = [columns for columns, _ in read_nation(nation)]
    joined: dict[str, Any] = {}
    for name in (*A_CASE, *A_CHILD):
        joined[name] = np.concatenate([getattr(group, name) for group in groups])
    for name in ("receivers", "children"):
        sizes = np.concatenate([np.diff(getattr(group, name)) for group in groups])
        joined[name] = np.concatenate([[0], np.cumsum(sizes)])
    return Columns(**joined, parts=groups[0].parts)


def _in_a_new_process(nation: Path) -> tuple[int, float]:
    """Megabytes at most, and seconds from nothing; the machine code is already on the disk."""
    command = [sys.executable, "-m", "bench.law", str(nation)]
    ask = partial(subprocess.run, command, cwd=ROOT, capture_output=True, text=True, check=True)
    memory = int(ask().stdout)
    return memory, _best(ask, TIMES_NEW)[0]


def _times(work: Callable[[], Any]) -> tuple[float, float]:
    """Seconds by the clock, and of the processor's time in this process."""
    started, began = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - started, time.process_time() - began


def _best(work: Callable[[], Any], times: int = TIMES) -> tuple[float, float]:
    """The least of each."""
    every = [_times(work) for _ in range(times)]
    return min(wall for wall, _ in every), min(processor for _, processor in every)


def _median(work: Callable[[], Any]) -> float:
    return sorted(_times(work)[0] for _ in range(STARTS))[STARTS // 2]


if __name__ == "__main__":
    _read_and_assess(Path(sys.argv[1]))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
