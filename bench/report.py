"""Writing what was measured where people look for it: one section a measure, replaced whole."""

import os
import platform
import re
from datetime import date

from childmaintenance.config.places import ROOT

PAGE = ROOT / "docs" / "benchmarks.md"
BEGINNING = """# Benchmarks

Measured by `./run bench`, on the machine named in each section. Figures are ratios within one run wherever they can be: the speed
of a machine drifts, its ratios hardly do. `./run bench NAME` measures one section again and writes it here.
"""


def write(name: str, section: str) -> None:
    """Put a measure's section in its place, or at the end."""
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else BEGINNING
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    whole = f"{begin}\n{section.strip()}\n\n{_machine()} Again: `./run bench {name}`.\n{end}"
    if begin in page:
        page = re.sub(f"{re.escape(begin)}.*?{re.escape(end)}", lambda _: whole, page, flags=re.S)
    else:
        page = f"{page.rstrip()}\n\n{whole}\n"
    PAGE.write_text(page, encoding="utf-8")


def _machine() -> str:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    day = date.today()  # noqa: TID251, DTZ011 -- the real day on which it was measured
    return f"Measured on {day.isoformat()}, {cores} cores, {platform.system()}, Python {platform.python_version()}."
