"""Whether the law and its second implementation agree to the penny over a million cases, and how long both take together."""

from childmaintenance.modelling.agreement import compare

CASES = 1_000_000
SEED = 20260401


def run() -> str:
    """The section of docs/benchmarks.md; a disagreement ends the measure with its smallest case."""
    said: list[str] = []
    if compare(CASES, SEED, said.append):
        raise SystemExit(said[-1])
    return f"""## The law and its second implementation

{said[-1]}

Random cases at the edges of the law since 2012, half with incomes in pence and half with yearly incomes as exact weekly ones, in both
territories. Alone, and with another seed: `./run agree --cases {CASES} --seed {SEED}`."""
