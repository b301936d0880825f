"""Schedule 1 over columns, as machine code: whole numbers only, each amount rounded once.

A second implementation, for speed; `law` is the one to read. An amount is a number of parts: of a penny (`penny`), twice of a
percentage (`whole`: one for the children at home, one for the rate), of a child's care (`care`), and of the children it is shared
among. Nothing is divided until the end. `door.py` shows beforehand that no number outgrows 63 bits.
"""

from childmaintenance.law.liability import Benefit, NilReason, Rate
from childmaintenance.modelling.columns import Case, Child, Codes, Receiver
from childmaintenance.modelling.compiled import compiled
from childmaintenance.modelling.figures import Tables, Whole
from childmaintenance.modelling.terms import BENEFITS, NIL_REASONS, RATES, UNKNOWN_INCOME

NIL, FLAT, FLAT_HALF = RATES.index(Rate.NIL), RATES.index(Rate.FLAT), RATES.index(Rate.FLAT_HALF)
REDUCED, BASIC, BASIC_PLUS = RATES.index(Rate.REDUCED), RATES.index(Rate.BASIC), RATES.index(Rate.BASIC_PLUS)
PLUS_VARIATION, MINIMUM = RATES.index(Rate.FLAT_PLUS_VARIATION), RATES.index(Rate.MINIMUM)
DEFAULT = RATES.index(Rate.DEFAULT)
NO_BENEFIT, LISTED = BENEFITS.index(Benefit.NONE), BENEFITS.index(Benefit.LISTED)
MEANS_TESTED = BENEFITS.index(Benefit.MEANS_TESTED)
BOTH_PAYING = BENEFITS.index(Benefit.MEANS_TESTED_BOTH_PAYING)
NO_NIL_REASON, YOUNG = NIL_REASONS.index(NilReason.NONE), NIL_REASONS.index(NilReason.YOUNG_ON_BENEFIT)


@compiled
def schedule_one(t: Tables, e: int, income: int, children: int, others: int) -> tuple[int, int]:
    """Paragraphs 1 to 5 and 10(3) on an income: the rate and its amount for all the children."""
    w = t.whole
    if income > t.cap[e]:
        income = t.cap[e]
    if income < t.flat[e]:
        return NIL, 0
    if income <= t.low[e]:
        return FLAT, t.flat[e] * w * w
    if income < t.high[e]:
        percent = t.reduced[e, min(children, t.reduced.shape[1]) - 1, min(others, t.reduced.shape[2] - 1)]
        return REDUCED, (t.flat[e] * w + (income - t.low[e]) * percent) * w
    kept, line = w, t.line[e] * w
    if others:
        kept -= t.cut[e, min(others, t.cut.shape[1]) - 1]
    income *= kept
    below = t.below_line[e, min(children, t.below_line.shape[1]) - 1]
    if income <= line:
        return BASIC, income * below
    above = t.above_line[e, min(children, t.above_line.shape[1]) - 1]
    return BASIC_PLUS, line * below + (income - line) * above


@compiled
def is_shared(rate: int) -> bool:
    """Whether paragraphs 5A and 7 look at an amount of this rate."""
    return rate == REDUCED or rate == BASIC or rate == BASIC_PLUS or rate == PLUS_VARIATION


@compiled
def which_rate(
    t: Tables,
    e: int,
    income: int,
    additional: int,
    expenses: int,
    benefit: int,
    nil_reason: int,
    children: int,
    arrangements: int,
    others: int,
) -> tuple[int, int, bool, bool]:
    """The rate, its amount for all the children, and whether a benefit (8) or a variation (reg 74(1A)) bears on what follows."""
    ww = t.whole * t.whole
    everyone = children + arrangements
    if nil_reason != NO_NIL_REASON:
        if nil_reason == YOUNG or benefit == MEANS_TESTED or benefit == BOTH_PAYING or additional == 0:
            return NIL, 0, False, False
        rate, amount = schedule_one(t, e, max(additional - expenses, 0), everyone, others)
        return rate, amount, False, False
    if benefit == BOTH_PAYING:
        return FLAT_HALF, t.flat_where_both_pay[e] * ww, True, False
    if benefit != NO_BENEFIT:
        if benefit != LISTED or additional == 0:
            return FLAT, t.flat[e] * ww, True, False
    elif additional == 0 and expenses == 0:
        rate, amount = schedule_one(t, e, income, everyone, others)
        return rate, amount, False, False
    elif income < t.flat[e] or income > t.low[e]:
        rate, amount = schedule_one(t, e, max(income + additional - expenses, 0), everyone, others)
        return rate, amount, False, income >= t.flat[e]
    elif additional == 0:
        return FLAT, t.flat[e] * ww, False, False
    rate, amount = schedule_one(t, e, additional, everyone, others)
    return PLUS_VARIATION, t.flat[e] * ww + amount, False, True


@compiled
def taken(t: Tables, e: int, nights: int, care_nights: int) -> int:
    """The part of one child's maintenance that nights elsewhere take off, in `care`ths; the whole where nearly all are."""
    if care_nights == 0:
        return t.taken_by_nights[e, nights]
    if care_nights >= t.nothing_from[e]:
        return t.care
    return t.taken_by_nights[e, nights] + t.taken_in_care[e, care_nights]


@compiled
def rounded(amount: int, parts: int) -> int:
    """Regulation 6: the nearest penny, an exact half penny up."""
    return (2 * amount + parts) // (2 * parts)


@compiled
def assess_rows(
    t: Tables, first: int, last: int, case: Case, receiver: Receiver, child: Child, weekly: Whole, rate_of: Codes
) -> None:
    """Work out the cases from `first` up to `last`: pence a week into `weekly`, the rate into `rate_of`."""
    for c in range(first, last):
        r_first, r_last = case.receivers[c], case.receivers[c + 1]
        k_first, k_last = receiver.children[r_first], receiver.children[r_last]
        e, children = case.edition[c], k_last - k_first
        if case.income[c] == UNKNOWN_INCOME:
            amount = t.default[e, min(children, t.default.shape[1]) - 1]
            for r in range(r_first, r_last):
                mine = receiver.children[r + 1] - receiver.children[r]
                weekly[r] = rounded(amount * mine, t.penny * children)
            rate_of[c] = DEFAULT
            continue
        scale = case.scale
        others, arrangements = case.others[c], case.arrangements[c]
        rate, amount, on_benefit, varied = which_rate(
            t, e, case.income[c] * scale, case.additional[c] * scale, case.expenses[c] * scale,
            case.benefit[c], case.nil_reason[c], children, arrangements, others,
        )  # fmt: skip
        ww = t.whole * t.whole
        among = children
        if arrangements and is_shared(rate):
            if amount * children >= t.arrangements_least[e] * ww * (children + arrangements):
                among = children + arrangements
            else:
                rate, amount = MINIMUM, t.arrangements_least[e] * ww
        if on_benefit:
            benefit_shares(t, e, r_first, r_last, receiver, child, amount, among, weekly)
        elif rate == MINIMUM or is_shared(rate):
            rate = shared(t, e, r_first, r_last, receiver, child, amount, among, varied, rate, weekly)
        else:
            floor = t.least_after_variation[e] * ww
            if varied and amount < floor:
                rate, amount = MINIMUM, floor
            for r in range(r_first, r_last):
                mine = receiver.children[r + 1] - receiver.children[r]
                weekly[r] = rounded(amount * mine, t.penny * ww * among)
        rate_of[c] = rate


@compiled
def benefit_shares(
    t: Tables,
    e: int,
    r_first: int,
    r_last: int,
    receiver: Receiver,
    child: Child,
    amount: int,
    among: int,
    weekly: Whole,
) -> None:
    """Paragraphs 6 and 8: nothing to a receiving parent one of whose children stays often enough."""
    for r in range(r_first, r_last):
        k_first, k_last = receiver.children[r], receiver.children[r + 1]
        weekly[r] = rounded(amount * (k_last - k_first), t.penny * t.whole * t.whole * among)
        for k in range(k_first, k_last):
            if child.nights[k] >= t.nil_from[e]:
                weekly[r] = 0


@compiled
def shared(
    t: Tables,
    e: int,
    r_first: int,
    r_last: int,
    receiver: Receiver,
    child: Child,
    amount: int,
    among: int,
    varied: bool,
    rate: int,
    weekly: Whole,
) -> int:
    """Paragraphs 6 and 7, regulation 53 and the floors, over all receiving parents together; answers the rate."""
    ww = t.whole * t.whole
    parts = t.penny * ww * t.care * among
    total, any_care, payable, below = 0, False, 0, False
    for r in range(r_first, r_last):
        k_first, k_last = receiver.children[r], receiver.children[r + 1]
        off, halves = 0, 0
        for k in range(k_first, k_last):
            nights, care_nights = child.nights[k], child.care_nights[k]
            if nights + care_nights:
                off += taken(t, e, nights, care_nights)
                halves += t.is_half[e, nights]
            payable += care_nights == 0 or care_nights < t.nothing_from[e]
        share = amount * (t.care * (k_last - k_first) - off)
        if off:
            any_care = True
            share -= t.off_for_each_half[e] * halves * ww * t.care * among
        total += share
        below = below or share < 0
        weekly[r] = rounded(share, parts)
    if not any_care and not varied:
        return rate
    if any_care and payable == 0:
        for r in range(r_first, r_last):
            weekly[r] = 0
        return NIL
    floor = t.least_after_care[e] if any_care else t.least_after_variation[e]
    if total < floor * ww * t.care * among:
        share_the_floor(t, e, r_first, r_last, receiver, child, floor, any_care, weekly)
        return MINIMUM
    if below:
        for r in range(r_first, r_last):
            weekly[r] = max(weekly[r], 0)
    return rate


@compiled
def share_the_floor(
    t: Tables,
    e: int,
    r_first: int,
    r_last: int,
    receiver: Receiver,
    child: Child,
    floor: int,
    any_care: bool,
    weekly: Whole,
) -> None:
    """Paragraph 7(7): the least, shared by the children for whom something is payable (all of them after a variation alone)."""
    everyone = 0
    for r in range(r_first, r_last):
        weekly[r] = 0
        for k in range(receiver.children[r], receiver.children[r + 1]):
            weekly[r] += not any_care or child.care_nights[k] == 0 or child.care_nights[k] < t.nothing_from[e]
        everyone += weekly[r]
    for r in range(r_first, r_last):
        weekly[r] = rounded(floor * weekly[r], t.penny * everyone)
