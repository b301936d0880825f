"""The invented nation as a Parquet file: a row a paying parent, with everybody they pay as lists; and back into columns."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from childmaintenance.modelling.assess import assess
from childmaintenance.modelling.columns import KINDS, Columns
from childmaintenance.modelling.nation.parameters import parameters
from childmaintenance.modelling.nation.paying import draw_paying
from childmaintenance.modelling.nation.people import Drawn, draw_people
from childmaintenance.modelling.terms import UNKNOWN_INCOME

A_GROUP: Final = 131_072  # paying parents: a row group, drawn by itself from the seed and its place
PARTS: Final = 365  # a yearly income is whole in these parts of a penny a week
WEEK: Final = 7
DAY: Final = date(2026, 4, 1)  # whose law the amounts are worked out by
FOR_THE_LAW: Final = (
    "territory", "yearly_income_pence", "income_is_known", "benefit", "nil_reason", "others", "arrangements",
    "expenses_weekly_pence", "additional_weekly_pence", "nights", "care_nights",
)  # fmt: skip
SMALL: Final = {
    "territory",
    "nation",
    "benefit",
    "nil_reason",
    "others",
    "arrangements",
    "employment",
    "pay_frequency",
    "age",
    "method",
    "paid",
}


def make_nation(path: Path, *, scale: float, seed: int) -> int:
    """Write the nation; answers how many paying parents. The same scale and seed write the same bytes."""
    number = max(1, round(parameters()["payers"]["number"] * scale))
    about = {"scale": scale, "seed": seed, "day": DAY.isoformat(), "says": "Invented: nobody in it is real."}
    writer: pq.ParquetWriter | None = None
    try:
        for place, first in enumerate(range(0, number, A_GROUP)):
            table = as_table(draw(min(A_GROUP, number - first), seed, place))
            if writer is None:
                schema = table.schema.with_metadata({"nation": json.dumps(about)})
                writer = pq.ParquetWriter(path, schema, compression="zstd")
            writer.write_table(table.cast(schema))
    finally:
        if writer is not None:
            writer.close()
    return number


def draw(number: int, seed: int, place: int = 0) -> Drawn:
    """So many paying parents with what they pay by the law."""
    random = np.random.default_rng([seed, place])
    people = draw_people(random, number)
    columns = columns_of(people)
    return {**people, **draw_paying(random, people, assess(columns, on=DAY).totals(columns))}


def columns_of(people: Drawn) -> Columns:
    """What the law asks, as columns."""
    given = {name: people[name] for name in KINDS if name in people}
    income = np.where(people["income_is_known"], people["yearly_income_pence"] * WEEK, UNKNOWN_INCOME)
    weekly = {
        "additional": people["additional_weekly_pence"] * PARTS,
        "expenses": people["expenses_weekly_pence"] * PARTS,
    }
    return Columns(**given, **weekly, income=income, parts=PARTS)


def as_table(drawn: Drawn) -> pa.Table:
    """The drawn as a table: nights are lists of lists, by receiving parent and child."""
    flat = {
        name: values for name, values in drawn.items() if name not in ("receivers", "children", "nights", "care_nights")
    }
    columns = {name: pa.array(values, _kind(name, values)) for name, values in flat.items()}
    for name in ("nights", "care_nights"):
        households = pa.ListArray.from_arrays(drawn["children"].astype(np.int32), pa.array(drawn[name], pa.int16()))
        columns[name] = pa.ListArray.from_arrays(drawn["receivers"].astype(np.int32), households)
    return pa.table(columns)


def read_nation(path: Path, more: tuple[str, ...] = ()) -> Iterator[tuple[Columns, Drawn]]:
    """The columns of each row group, and what else is wanted of it; a group at a time, so that memory stays small."""
    file = pq.ParquetFile(path)
    wanted = [*FOR_THE_LAW, *more]
    for place in range(file.num_row_groups):
        yield read_group(file, place, wanted)


def read_group(file: Any, place: int, wanted: list[str]) -> tuple[Columns, Drawn]:
    """One row group as columns and as drawn."""
    table = file.read_row_group(place, columns=wanted, use_threads=True).combine_chunks()
    found: Drawn = {name: _numbers(table.column(name)) for name in wanted if name not in ("nights", "care_nights")}
    households = table.column("nights").chunk(0)
    found["receivers"], found["children"] = _numbers(households.offsets), _numbers(households.values.offsets)
    for name in ("nights", "care_nights"):
        found[name] = _numbers(table.column(name).chunk(0).values.values)
    return columns_of(found), found


def everything(path: Path) -> Drawn:
    """All that was drawn, of the whole nation at once."""
    names = [name for name in pq.read_schema(path).names if name not in FOR_THE_LAW]
    groups = [drawn for _, drawn in read_nation(path, tuple(names))]
    found = {name: np.concatenate([group[name] for group in groups]) for name in groups[0]}
    for name in ("receivers", "children"):
        found[name] = np.concatenate([[0], np.cumsum(np.concatenate([np.diff(group[name]) for group in groups]))])
    return found


def about(path: Path) -> dict[str, Any]:
    """What the file says of itself: its scale, seed and day."""
    return dict(json.loads(pq.read_schema(path).metadata[b"nation"]))


def _numbers(column: Any) -> NDArray[Any]:
    values: NDArray[Any] = column.to_numpy(zero_copy_only=False) if isinstance(column, pa.Array) else column.to_numpy()
    return values


def _kind(name: str, values: NDArray[Any]) -> Any:
    if values.dtype == np.bool_:
        return pa.bool_()
    return pa.int8() if name in SMALL else pa.int64()
