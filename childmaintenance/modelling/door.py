"""What is checked once, before anything is worked out: that every fact can be true, and that no number outgrows its place."""

from typing import Final

import numpy as np

from childmaintenance.law.liability.facts import DAYS_IN_THE_LONGEST_YEAR
from childmaintenance.law.provision import BadFact, MissingFact
from childmaintenance.modelling.columns import A_CASE, A_CHILD, Case, Child, Columns, Receiver
from childmaintenance.modelling.figures import Tables, Whole
from childmaintenance.modelling.kernel import NO_BENEFIT, NO_NIL_REASON
from childmaintenance.modelling.terms import BENEFITS, NIL_REASONS, NO_INCOME_GIVEN, TERRITORIES

MOST_CHILDREN: Final = 99
MOST_MONEY: Final = 10**14  # pence: beyond any income, and far within 63 bits
IN_63_BITS: Final = 2**63 - 1


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
    """Refuse what cannot be true, as the law's own facts do, naming the first case in which something is.

    Answers the most children, and the most with other arrangements.
    """
    most_money = MOST_MONEY // case.scale
    income, benefit, nil_reason, arrangements = (
        column[first:last] for column in (case.income, case.benefit, case.nil_reason, case.arrangements)
    )
    for name, values, least, most, says in (
        ("income", income, NO_INCOME_GIVEN, most_money, "must be an amount of money, unknown or not given"),
        ("additional", case.additional[first:last], 0, most_money, "must be an amount from nought up"),
        ("expenses", case.expenses[first:last], 0, most_money, "must be an amount from nought up"),
        ("benefit", benefit, 0, len(BENEFITS) - 1, "must be a place in the list of them"),
        ("nil_reason", nil_reason, 0, len(NIL_REASONS) - 1, "must be a place in the list of them"),
        ("others", case.others[first:last], 0, MOST_CHILDREN, f"must be from 0 to {MOST_CHILDREN}"),
        ("arrangements", arrangements, 0, MOST_CHILDREN, f"must be from 0 to {MOST_CHILDREN}"),
    ):
        if values.min() < least or values.max() > most:
            at = first + np.argmax((values < least) | (values > most))
            raise BadFact(name, f"{says} (case {at})")
    missing = (income == NO_INCOME_GIVEN) & (benefit == NO_BENEFIT) & (nil_reason == NO_NIL_REASON)
    if missing.any():
        raise MissingFact(f"income (case {first + np.argmax(missing)})")
    return check_people(case, receiver, child, first, last), int(arrangements.max())


def check_people(case: Case, receiver: Receiver, child: Child, first: int, last: int) -> int:
    """Refuse somebody with nobody to pay, and nights that no year has. Answers the most children that a case has."""
    parents = _own("receivers", case.receivers[first : last + 1], len(receiver.children) - 1)
    children = _own("children", receiver.children[parents[0] : parents[-1] + 1], len(child.nights))
    begin = children[parents - parents[0]]  # of each case's first child, and after the last
    nights, in_care = (column[children[0] : children[-1]] for column in child)
    few, most = min(nights.min(), in_care.min()), max(nights.max(), in_care.max())
    if few < 0 or most > DAYS_IN_THE_LONGEST_YEAR or (nights + in_care).max() > DAYS_IN_THE_LONGEST_YEAR:
        together = nights.astype(int) + in_care
        wrong = np.argmax((nights < 0) | (in_care < 0) | (together > DAYS_IN_THE_LONGEST_YEAR))
        at = first + np.searchsorted(begin, begin[0] + wrong, side="right") - 1
        says = f"must be from 0 to {DAYS_IN_THE_LONGEST_YEAR} together (case {at})"
        raise BadFact("nights, care_nights", says)
    return int(np.diff(begin).max())


def _own(name: str, starts: Whole, end: int) -> Whole:
    """Where each one's own begin and end: each has at least one, and none lies beyond the end."""
    if starts[0] < 0 or starts[-1] > end or np.diff(starts).min() < 1:
        raise BadFact(name, "must hold at least one for each, in their order")
    return starts


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
