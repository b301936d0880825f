"""./run nation: an invented nation's caseload as Parquet, with a page that compares it with the published figures."""

import argparse
import os
import time
from pathlib import Path

from childmaintenance.modelling.nation.marginals import marginals
from childmaintenance.modelling.nation.parquet import about, everything, make_nation
from childmaintenance.modelling.nation.report import write_report

# Beside what the rest of the service makes at run time; this room knows nothing of the service's settings.
LOCAL = Path(os.environ.get("OCM_LOCAL") or ".local")

FILE = LOCAL / "nation.parquet"
MOST = 100.0


def main(words: list[str]) -> int:
    """Make the nation and its report; status 1 where a figure is outside its tolerance at full scale."""
    ask = argparse.ArgumentParser(
        prog="./run nation", description="Make an invented nation's caseload; nobody in it is real."
    )
    ask.add_argument("--scale", type=float, default=1.0, help="1.0 is 675,000 paying parents")
    ask.add_argument("--seed", type=int, default=1, help="the same seed makes the same nation")
    ask.add_argument("--out", type=Path, default=FILE, help=f"the Parquet file ({FILE.name} under .local)")
    asked = ask.parse_args(words)
    if not 0 < asked.scale <= MOST or asked.seed < 0:
        ask.error(f"The scale is more than 0 and at most {MOST:g}, and the seed is not below 0.")
    started = time.monotonic()
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    number = make_nation(asked.out, scale=asked.scale, seed=asked.seed)
    print(
        f"{asked.out}: {number:,} paying parents, {asked.out.stat().st_size / 1e6:.1f} MB, {time.monotonic() - started:.1f} s"
    )
    found = marginals(everything(asked.out))
    report = asked.out.with_suffix(".html")
    write_report(report, found, about(asked.out), number)
    far = [one for one in found if not one.is_met]
    for one in far:
        print(f"Outside its tolerance: {one.group}, {one.name}: {one.achieved:.2f} for {one.target:g} ({one.status})")
    print(f"{report}: {len(found) - len(far)} of {len(found)} figures within their tolerance")
    return 1 if far and asked.scale >= 1 else 0
