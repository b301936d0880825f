"""./run agree: the law and its second implementation over random cases, edges included."""

import argparse

from childmaintenance.modelling.agreement import compare


def main(words: list[str]) -> int:
    """Compare and say; status 1 where they disagree anywhere."""
    ask = argparse.ArgumentParser(prog="./run agree", description="Compare the law with its second implementation.")
    ask.add_argument("--cases", type=int, default=1_000_000, help="how many (a million)")
    ask.add_argument("--seed", type=int, default=1, help="which random cases (1)")
    asked = ask.parse_args(words)
    return compare(asked.cases, asked.seed, lambda text: print(text, flush=True))
