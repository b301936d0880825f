"""./run whatif: what other figures would do to an invented nation, as CSV and as a page."""

import argparse
import os
import sys
from pathlib import Path

from childmaintenance.law.provision import NoRateInForce
from childmaintenance.modelling.commands.nation import FILE
from childmaintenance.modelling.door import TooFine
from childmaintenance.modelling.nation.parquet import about, make_nation
from childmaintenance.modelling.whatif.cliffs import cliffs
from childmaintenance.modelling.whatif.difference import compare
from childmaintenance.modelling.whatif.reform import BadReform, read_reform
from childmaintenance.modelling.whatif.report import in_words, write_reform_page, write_tables

# Beside what the rest of the service makes at run time; this room knows nothing of the service's settings.
LOCAL = Path(os.environ.get("OCM_LOCAL") or ".local")


def main(words: list[str]) -> int:
    """Compare and write; status 1 where the reform cannot be read or worked out."""
    ask = argparse.ArgumentParser(
        prog="./run whatif", description="What a change of any figure of the amount or fees would do."
    )
    ask.add_argument(
        "reform", type=Path, help="such as childmaintenance/modelling/whatif/reforms/flat-rate-of-ten.toml"
    )
    ask.add_argument(
        "--nation", type=Path, default=FILE, help="a file of ./run nation; made at full scale if there is none yet"
    )
    ask.add_argument("--out", type=Path, help="the folder for page and tables")
    asked = ask.parse_args(words)
    folder = asked.out or LOCAL / "whatif" / asked.reform.stem
    try:
        reform = read_reform(asked.reform)
        if not asked.nation.exists():
            print(f"There is no nation yet: making one at full scale in {asked.nation}", flush=True)
            asked.nation.parent.mkdir(parents=True, exist_ok=True)
            make_nation(asked.nation, scale=1.0, seed=1)
        groups = compare(asked.nation, reform)
        before, after = cliffs(reform, None), cliffs(reform, reform.scenario)
    except (BadReform, TooFine, NoRateInForce) as refusal:
        print(refusal, file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    write_tables(folder, groups, before, after)
    page = folder / "report.html"
    write_reform_page(page, reform, groups, before, after, about(asked.nation))
    print(f"{reform.name}: {in_words(groups[0])}\n{page}, with groups.csv and cliffs.csv beside it")
    return 0
