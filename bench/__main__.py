"""./run bench [name ...]: run the measures named, or all, and write what they found into docs/benchmarks.md.

Each measure is a process of its own. One that needs a database is told a folder of its own before anything reads the settings.
"""

import os
import subprocess
import sys
import tempfile
from importlib import import_module

# Each is a module of this folder with `run() -> str`: a section of Markdown.
MEASURES = ["home", "public", "payday", "law", "agree", "answers"]
NEEDS_DATABASE = {"home", "public", "payday"}
ALONE = "--alone"


def main(names: list[str]) -> int:
    if names[:1] == [ALONE]:
        return measure(names[1])
    if unknown := set(names) - set(MEASURES):
        print(f"There is no measure called {', '.join(sorted(unknown))}. There are {', '.join(MEASURES)}.")
        return 2
    worst = 0
    for name in names or MEASURES:
        with tempfile.TemporaryDirectory(prefix="ocm-bench-", ignore_cleanup_errors=True) as folder:
            own = {"OCM_LOCAL": folder} if name in NEEDS_DATABASE else {}
            done = subprocess.run([sys.executable, "-m", "bench", ALONE, name], env={**os.environ, **own}, check=False)
        worst = max(worst, done.returncode)
    return worst


def measure(name: str) -> int:
    """Measure one thing in this process and write it down."""
    from bench.report import write

    print(f"Measuring: {name}", flush=True)
    section = import_module(f"bench.{name}").run()
    write(name, section)
    print(section, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
