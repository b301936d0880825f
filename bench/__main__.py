"""./run bench [name ...]: run the measures named, or all, and write what they found into docs/benchmarks.md."""

import sys
from importlib import import_module

# Each is a module of this folder with `run() -> str`: a section of Markdown.
MEASURES = ["home", "payday", "law"]


def main(names: list[str]) -> int:
    from bench.report import write

    if unknown := set(names) - set(MEASURES):
        print(f"There is no measure called {', '.join(sorted(unknown))}. There are {', '.join(MEASURES)}.")
        return 2
    for name in names or MEASURES:
        print(f"Measuring: {name}", flush=True)
        section = import_module(f"bench.{name}").run()
        write(name, section)
        print(section, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
