"""What is checked once, before anything is worked out: that every fact can be true, and that no number outgrows its place."""

from typing import Final

import numpy as np

from childmaintenance.law.liability.facts import DAYS_IN_THE_LONGEST_YEAR
from childmaintenance.law.provision import BadFact, MissingFact
from childmaintenance.modelling.columns import A_CASE, A_CHILD, Case, Child, Columns, Receiver
from childmaintenance.modelling.compiled import compiled
from childmaintenance.modelling.figures import Tables, Whole
from childmaintenance.modelling.kernel import NO_BENEFIT, NO_NIL_REASON
from childmaintenance.modelling.terms import BENEFITS, NIL_REASONS, NO_INCOME_GIVEN, TERRITORIES

MOST_CHILDREN: Final = 99
MOST_MONEY: Final = 10**14  # pence: beyond any income, and far within 63 bits
IN_63_BITS: Final = 2**63 - 1

GOOD, MISSING, INCOME, AMOUNT, CODE, COUNT, NO_RECEIVER, NO_CHILD, NIGHTS = range(9)
WRONG: Final = {
    INCOME: ("income", "must be an amount of money, unknown or not given"),
    AMOUNT: ("additional, expenses", "must be amounts from nought up"),
    CODE: ("benefit, nil_reason", "must be a place in the list of them"),
    COUNT: ("others, arrangements", f"must be from 0 to {MOST_CHILDREN}"),
    NO_RECEIVER: ("receivers", "must hold at least one receiving parent"),
    NO_CHILD: ("children", "must hold at least one child"),
    NIGHTS: ("nights, care_nights", f"must be from 0 to {DAYS_IN_THE_LONGEST_YEAR} together"),
}
BENEFIT_CODES, NIL_CODES = len(BENEFITS), len(NIL_REASONS)


class TooFine(ArithmeticError):
    """The figures have so fine fractions that whole numbers of 63 bits cannot hold them for these cases."""


def check_shape(columns: Columns) -> None:
    """Refuse columns that do not fit each other; raises BadFact naming the column."""
    for name in A_CASE:
        if len(getattr(columns, name)) != len(columns):
            raise BadFact(name, "must have an entry for each case")
    for name, of, last in (
        ("receivers", columns.receivers, len(columns.children) - 1),
        ("children", columns.children, None),
    ):
        entries = len(columns) + 1 if name == "receivers" else columns.receivers[-1] + 1
        if len(of) != entries or of[0] != 0 or (last is not None and of[-1] != last):
            raise BadFact(name, "must begin at 0 and say where each one's own begin and end")
    for name in A_CHILD:
        if len(getattr(columns, name)) != columns.children[-1]:
            raise BadFact(name, "must have an entry for each child")
    if len(columns) and not 0 <= columns.territory.min() <= columns.territory.max() < len(TERRITORIES):
        raise BadFact("territory", "must be a place in the list of them")


def check_facts(case: Case, receiver: Receiver, child: Child, first: int, last: int) -> tuple[int, int]:
    """Refuse what cannot be true, as the law's own facts do. Answers the most children, and the most with other arrangements."""
    wrong, at, children, arrangements = look(case, receiver, child, first, last, MOST_MONEY // case.scale)
    if wrong == MISSING:
        raise MissingFact(f"income (case {at})")
    if wrong != GOOD:
        field, message = WRONG[wrong]
        raise BadFact(field, f"{message} (case {at})")
    return children, arrangements


@compiled
def look(
    case: Case, receiver: Receiver, child: Child, first: int, last: int, most_money: int
) -> tuple[int, int, int, int]:
    """The first thing that is wrong and in which case; and the largest numbers of children."""
    most_children, most_arrangements = 0, 0
    for c in range(first, last):
        r_first, r_last = case.receivers[c], case.receivers[c + 1]
        income, benefit, nil_reason = case.income[c], case.benefit[c], case.nil_reason[c]
        if income < NO_INCOME_GIVEN or income > most_money:
            return INCOME, c, 0, 0
        if income == NO_INCOME_GIVEN and benefit == NO_BENEFIT and nil_reason == NO_NIL_REASON:
            return MISSING, c, 0, 0
        if not (0 <= case.additional[c] <= most_money and 0 <= case.expenses[c] <= most_money):
            return AMOUNT, c, 0, 0
        if not (0 <= benefit < BENEFIT_CODES and 0 <= nil_reason < NIL_CODES):
            return CODE, c, 0, 0
        if not (0 <= case.others[c] <= MOST_CHILDREN and 0 <= case.arrangements[c] <= MOST_CHILDREN):
            return COUNT, c, 0, 0
        if r_last <= r_first:
            return NO_RECEIVER, c, 0, 0
        for r in range(r_first, r_last):
            if receiver.children[r + 1] <= receiver.children[r]:
                return NO_CHILD, c, 0, 0
            for k in range(receiver.children[r], receiver.children[r + 1]):
                nights, care_nights = child.nights[k], child.care_nights[k]
                if nights < 0 or care_nights < 0 or nights + care_nights > DAYS_IN_THE_LONGEST_YEAR:
                    return NIGHTS, c, 0, 0
        most_children = max(most_children, receiver.children[r_last] - receiver.children[r_first])
        most_arrangements = max(most_arrangements, case.arrangements[c])
    return GOOD, 0, most_children, most_arrangements


def check_room(t: Tables, children: int, arrangements: int) -> None:
    """Show that no number of these cases outgrows 63 bits, with the largest that each step could reach; else raise TooFine."""
    flat, cap, w, care = _most(t.flat), _most(t.cap), t.whole, t.care
    percent = max(_most(t.below_line), _most(t.above_line), _most(t.reduced))
    among = children + arrangements
    amount = 2 * flat * w * w + 2 * max(cap, _most(t.high)) * percent * w
    share = 2 * amount * care * children + _most(t.off_for_each_half) * children * w * w * care * among
    floors = max(
        _most(t.arrangements_least), _most(t.least_after_care), _most(t.least_after_variation), _most(t.default)
    )
    largest = 4 * max(share, floors * w * w * care * among) + t.penny * w * w * care * among
    if largest > IN_63_BITS:
        raise TooFine(f"Figures in {t.penny}ths of a penny and {w}ths of an income are too fine for {among} children.")


def _most(figures: Whole) -> int:
    return int(np.abs(figures).max())
