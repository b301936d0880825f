"""Tries every mutant that mutmut made, each in a fork of one process that has gathered the tests: docs/handbook/mutation.md.

mutmut itself gathers the tests again for each mutant, which takes far longer than the one test that notices. The mutants, the
tests that reach each of them and how long those take are mutmut's own; here they are only run sooner: first what noticed the last
mutant of the same function, then the quickest. A survivor has passed every test that reaches it.
"""

import argparse
import gc
import inspect
import json
import os
import signal
import sys
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatch
from functools import wraps
from pathlib import Path
from typing import Any

import mutmut.mutation.trampoline as mutmuts
import pytest
from _pytest.runner import runtestprotocol

Mutants = dict[str, Callable[..., Any]]
ORIGINAL = "_mutmut_orig"
OURS = "childmaintenance."
REMEMBERED = 6  # tests that noticed a mutant, kept for the next of the same function
known: list[tuple[str, Mutants]] = []


def open_door(mutants: Mutants, is_classmethod: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Takes the place of mutmut's own, which asks the environment at each call; here a mutant takes the original's place."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        known.append((function.__module__, mutants))
        if is_classmethod:

            @wraps(function)
            def of_class(cls: Any, *given: Any, **named: Any) -> Any:
                return getattr(cls, mutants[ORIGINAL].__name__)(*given, **named)

            return of_class
        if inspect.isgeneratorfunction(function):

            @wraps(function)
            def generator(*given: Any, **named: Any) -> Iterator[Any]:
                return (yield from mutants[ORIGINAL](*given, **named))

            return generator

        @wraps(function)
        def plain(*given: Any, **named: Any) -> Any:
            return mutants[ORIGINAL](*given, **named)

        return plain

    return decorate


class Trial:
    """Takes the place of pytest's loop: instead of every test once, every mutant once."""

    def __init__(self, names: Iterable[str], out: Path, examples: int, limit: int, every: bool) -> None:
        self.names, self.out, self.examples, self.limit, self.every = names, out, examples, limit, every

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        tests = {item.nodeid: item for item in session.items}
        stats = json.loads(Path("mutmut-stats.json").read_text(encoding="utf-8"))
        as_found(session.items, self.examples)
        noticed: dict[str, list[str]] = {}
        gc.freeze()  # a fork then shares more
        if fails := in_a_fork(lambda: first_to_notice({}, ORIGINAL, session.items), self.limit)[1]:
            raise pytest.UsageError(f"Without any mutant this fails: {fails}")
        with self.out.open("a", encoding="utf-8") as log:
            for name in self.names:
                function = name.rpartition("__mutmut_")[0]
                first = noticed.setdefault(function, [])
                reaching = tests if self.every else stats["tests_by_mangled_function_name"].get(function, [])
                rest = sorted({*reaching} - {*first}, key=lambda test: stats["duration_by_test"].get(test, 0))
                began = time.monotonic()
                verdict, by = self.verdict(name, [tests[test] for test in [*first, *rest] if test in tests])
                if by in tests:
                    noticed[function] = [by, *(test for test in first if test != by)][:REMEMBERED]
                log.write(json.dumps([name, verdict, round(time.monotonic() - began, 2), by]) + "\n")
                log.flush()
        return True

    def verdict(self, name: str, tests: list[pytest.Item]) -> tuple[str, str]:
        """Whether a test notices, and which."""
        mutants, mutant = find(name)
        if not tests:
            return "no tests", ""
        ended, by = in_a_fork(lambda: first_to_notice(mutants, mutant, tests), self.limit)
        if ended:
            return "too slow" if ended == signal.SIGPROF else "crashed", ""
        return ("noticed", by) if by else ("survived", "")


def in_a_fork(do: Callable[[], str], limit: int) -> tuple[int, str]:
    """What a function says, done in a process of its own, and the signal that ended it; nought where none did."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        signal.setitimer(signal.ITIMER_PROF, limit)
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        os.write(write, do().encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as said:
        found = said.read().decode()
    _, status = os.waitpid(child, 0)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, found


def first_to_notice(mutants: Mutants, mutant: str, tests: list[pytest.Item]) -> str:
    """Put the mutant in place and run tests until one fails."""
    try:
        if mutant != ORIGINAL:
            mutants[ORIGINAL] = mutants[mutant]
        forget()
        return first_to_fail(tests)
    except BaseException as error:
        return f"stopped: {error!r}"


def first_to_fail(tests: Iterable[pytest.Item]) -> str:
    """The name of the first test that fails; empty where none does."""
    for test in tests:
        if any(report.failed for report in runtestprotocol(test, log=False, nextitem=None)):
            return test.nodeid
    return ""


def forget() -> None:
    """Empty what functions of ours remember, which they learnt from the original."""
    for name, module in list(sys.modules.items()):
        if name.startswith(OURS):
            for value in list(vars(module).values()):
                if callable(clear := getattr(value, "cache_clear", None)):
                    clear()
                if type(value).__name__ == "Figures":
                    value._histories = None


def as_found(items: Iterable[pytest.Item], most: int) -> None:
    """Let a property stop at the first example that fails, and try at most so many; that never notices more mutants."""
    from hypothesis import Phase, settings

    for item in items:
        function = getattr(getattr(item, "obj", None), "__func__", getattr(item, "obj", None))
        now = getattr(function, "_hypothesis_internal_use_settings", None)
        if now is not None:
            function._hypothesis_internal_use_settings = settings(  # type: ignore[union-attr]
                now,
                max_examples=min(now.max_examples, most or now.max_examples),
                phases=(Phase.explicit, Phase.generate),
                database=None,
            )


def find(name: str) -> tuple[Mutants, str]:
    """A mutant's place."""
    module, _, mutant = name.rpartition(".")
    return next(((mutants, mutant) for there, mutants in known if there == module and mutant in mutants))


def names_of_mutants(patterns: list[str]) -> list[str]:
    """Every mutant that was made and that a pattern names, in order."""
    made = [json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"] for path in Path().rglob("*.meta")]
    return sorted(name for names in made for name in names if any(fnmatch(name, pattern) for pattern in patterns))


def main() -> int:
    """From the folder in which `mutmut run` has been."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("patterns", nargs="*", default=["*"], help="names of mutants, with stars")
    parser.add_argument("--names", type=Path, help="a file of names instead, a line each")
    parser.add_argument(
        "--out", type=Path, default=Path("mutants.jsonl"), help="a line for each; what is in it is not tried again"
    )
    parser.add_argument("--examples", type=int, default=0, help="at most so many for each property")
    parser.add_argument("--every", action="store_true", help="every test, for what is remembered between tests")
    parser.add_argument("--limit", type=int, default=120, help="seconds of a core for one mutant")
    chosen = parser.parse_args()
    settings = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
    out, wanted = chosen.out.absolute(), chosen.names and chosen.names.read_text(encoding="utf-8").split()
    os.chdir("mutants")
    sys.path.insert(0, str(Path.cwd()))
    mutmuts.wrap_in_trampoline = open_door  # type: ignore[assignment]
    tried = {json.loads(line)[0] for line in out.read_text(encoding="utf-8").splitlines()} if out.exists() else set()
    made = names_of_mutants(chosen.patterns)
    untried = {*made} - tried
    names = [name for name in wanted or made if name in untried]
    arguments = [*settings["pytest_add_cli_args"], *settings["pytest_add_cli_args_test_selection"]]
    return int(
        pytest.main(
            ["--rootdir=.", "-q", *arguments], plugins=[Trial(names, out, chosen.examples, chosen.limit, chosen.every)]
        )
    )


if __name__ == "__main__":
    sys.exit(main())
