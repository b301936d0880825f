"""What the answers say, read off one by one."""

from childmaintenance.journeys.terms import Answers
from childmaintenance.values import Territory

EXACT = "exact"
NATIONS = {"england": Territory.GB, "scotland": Territory.GB, "wales": Territory.GB, "northern_ireland": Territory.NI}
DECIDED_BY_INCOME = "none"


def parents_of(answers: Answers) -> int:
    """How many receiving parents there are."""
    return int(answers.get("parents", "parents", "1"))


def children_of(answers: Answers, about: int) -> int:
    """How many children live with one of them, counted from 1."""
    return int(answers.get(f"children-{about}", "count", 0))


def nights_of(answers: Answers, about: int) -> tuple[int, ...]:
    """Nights a year of each child who lives with one of them; a band counts as the fewest nights in it."""
    count = children_of(answers, about)
    told = answers.get(f"nights-{about}", "nights", "0")
    if told != EXACT:
        return (int(told),) * count
    return tuple(answers.get(f"each-night-{about}", f"child_{place + 1}", 0) for place in range(count))


def count_of(answers: Answers, question: str) -> int:
    """How many children; nought for "no"."""
    return int(answers.get(question, "count", 0)) if answers.get(question, "any") == "yes" else 0


def situation(answers: Answers) -> str:
    """The benefit's or the description's own word in the law; "none" where income decides."""
    return str(answers.get("situation", "situation", "none"))


def letter(about: int) -> str:
    """A, B, C or D: what a receiving parent is called here."""
    return "ABCD"[about - 1]
