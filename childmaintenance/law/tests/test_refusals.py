"""What cannot be is refused by a named field and a plain sentence, and what stands just inside a limit is taken."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from childmaintenance.law.days.first_effective_date import initial_effective_date
from childmaintenance.law.days.reporting import pay_rise_must_be_reported
from childmaintenance.law.days.service import Means
from childmaintenance.law.days.supersession import DAY, Cause, Days, works_from
from childmaintenance.law.deductions import DeductionSettings, PayDay, lump_sum_deduction_order, regular_deduction_order
from childmaintenance.law.deductions.intervals import periods_covered, periods_since_last
from childmaintenance.law.deductions.net_earnings import net_earnings
from childmaintenance.law.deductions.normal_rate import Frequency
from childmaintenance.law.deductions.several_orders import Claim, Order, taken_from_each
from childmaintenance.law.fees import set_off
from childmaintenance.law.fees.allocation import Due, Receipt, split
from childmaintenance.law.fees.legacy_write_off import before_writing_off
from childmaintenance.law.fees.settings import Allocation
from childmaintenance.law.figures import Number, Whether, Word, fraction
from childmaintenance.law.income.current import Earnings, Pay, Pension, Profits
from childmaintenance.law.income.historic import HmrcFigure
from childmaintenance.law.income.weekly import Every
from childmaintenance.law.liability import Benefit, Child, Facts, NilReason, ReceivingParent
from childmaintenance.law.liability.benefit_lists import list_of
from childmaintenance.law.liability.counting_nights import nights_in_a_year
from childmaintenance.law.liability.flat_rate import FIGURES as FLAT
from childmaintenance.law.provision import UNKNOWN, BadFact, MissingFact, NoRateInForce, in_force, read_row
from childmaintenance.law.readings import Readings
from childmaintenance.law.reasons import Reasons
from childmaintenance.law.receipt import check_receipt, make_receipt, seal_of
from childmaintenance.law.timeline import Change, Life
from childmaintenance.law.variations.additional_income import Unearned
from childmaintenance.law.variations.assets import Asset
from childmaintenance.law.variations.special_expenses import Expense, Ground, special_expenses
from childmaintenance.law.why import Situation, why
from childmaintenance.values import Money, Period, Territory

ON = date(2026, 4, 1)
LAW = in_force(ON, Territory.GB)
M = Money.of
ONE = (ReceivingParent("A", (Child(),)),)
FAMILY = Facts(ONE, gross_weekly_income=M("500.00"))
CREDIT = {"on": "2026-04-01", "received": "10.00", "receiving_parents": [{"ref": "A", "due": "10.00"}]}
MADE = make_receipt("split", CREDIT)
LESS = "must not be less than nought"
PERIOD = Period(date(2024, 5, 1), None)
EXPENSE = Expense(Ground.CONTACT, M("20"))
CLAIM = Claim("ours", Order.DEDUCTION_FROM_EARNINGS, ON, M("10"))


def sealed(**parts: Any) -> dict[str, Any]:
    """A receipt with other parts, sealed again."""
    body = {**{name: part for name, part in MADE.items() if name != "seal"}, **parts}
    return {**body, "seal": seal_of(body)}


REFUSED: dict[str, Callable[[], Any]] = {
    # the facts of a calculation
    "nights: must be a whole number": lambda: Child(nights=1.0),  # type: ignore[arg-type]
    "nights: must be from 0 to 366": lambda: Child(nights=367),
    "local_authority_nights: must be a whole number": lambda: Child(local_authority_nights=True),
    "local_authority_nights: must be from 0 to 366": lambda: Child(local_authority_nights=-1),
    "local_authority_nights: together with nights is more than a year has": lambda: Child(183, 184),
    "ref: must be a reference that is not empty": lambda: ReceivingParent(" ", (Child(),)),
    "children: must be children": lambda: ReceivingParent("A", (3,)),  # type: ignore[arg-type]
    "children: must hold at least one child": lambda: ReceivingParent("A", ()),
    "territory: must be one of GB, NI": lambda: Facts(ONE, territory="GB"),  # type: ignore[arg-type]
    "benefit: must be one of none, 44(1), 44(2), 44(2)half": lambda: Facts(ONE, benefit=None),  # type: ignore[arg-type]
    "nil_reason: must be one of (empty), child, prisoner, age16_17_benefit, training, care_home": lambda: Facts(
        ONE,
        nil_reason="",  # type: ignore[arg-type]
    ),
    "relevant_other_children: must be from 0 to 99": lambda: Facts(ONE, relevant_other_children=100),
    "other_arrangement_children: must be from 0 to 99": lambda: Facts(ONE, other_arrangement_children=-1),
    "special_expenses_weekly: must be an amount of money": lambda: Facts(ONE, special_expenses_weekly=3),  # type: ignore[arg-type]
    f"special_expenses_weekly: {LESS}": lambda: Facts(ONE, special_expenses_weekly=M("-0.01")),
    "additional_income_weekly: must be an amount of money": lambda: Facts(ONE, additional_income_weekly=None),  # type: ignore[arg-type]
    f"additional_income_weekly: {LESS}": lambda: Facts(ONE, additional_income_weekly=M("-0.01")),
    "gross_weekly_income: must be an amount of money": lambda: Facts(ONE, gross_weekly_income="500"),  # type: ignore[arg-type]
    f"gross_weekly_income: {LESS}": lambda: Facts(ONE, gross_weekly_income=M("-0.01")),
    "receiving_parents: must be receiving parents": lambda: Facts(list(ONE)),  # type: ignore[arg-type]
    "receiving_parents: must hold at least one receiving parent": lambda: Facts(()),
    "receiving_parents: must not name the same receiving parent twice": lambda: Facts(ONE * 2),
    "in_days: must be from 1 to 366": lambda: nights_in_a_year(0, 0),
    "in_days: must be from 1 to 366 ": lambda: nights_in_a_year(0, 367),
    "nights: must be from 0 to 100": lambda: nights_in_a_year(101, 100),
    "benefit: 'pocket_money' is not a benefit that the lists were searched for": lambda: list_of("pocket_money", LAW),
    "readings.negative_share: must be one of nought, taken_from_the_others": lambda: Readings(negative_share="some"),  # type: ignore[arg-type]
    # income and variations
    "earnings: must be settled pay or irregular payments, and not both": lambda: Earnings(
        settled=Pay(M("1"), Every.WEEK), irregular=(M("1"),)
    ),
    "irregular_weeks: must say how many weeks the payments are for": lambda: Earnings(irregular=(M("1"),)),
    "weeks: must be more than nought": lambda: Profits(M("1"), Fraction(0)),
    "weeks: must be at least one": lambda: Pension(M("1"), 0),
    f"employment: {LESS}": lambda: HmrcFigure(2025, employment=M("-0.01")),
    f"pension: {LESS}": lambda: HmrcFigure(2025, pension=M("-0.01")),
    f"trading_profit: {LESS}": lambda: HmrcFigure(2025, trading_profit=M("-0.01")),
    f"taxable_benefits: {LESS}": lambda: HmrcFigure(2025, taxable_benefits=M("-0.01")),
    f"property_income: {LESS}": lambda: Unearned(property_income=M("-0.01")),
    f"savings_and_investment: {LESS}": lambda: Unearned(savings_and_investment=M("-0.01")),
    f"miscellaneous: {LESS}": lambda: Unearned(miscellaneous=M("-0.01")),
    f"pension_relief: {LESS}": lambda: Unearned(pension_relief=M("-0.01")),
    f"value: {LESS}": lambda: Asset(M("-0.01")),
    f"owed_on_it: {LESS}": lambda: Asset(M("1"), M("-0.01")),
    f"weekly: {LESS}": lambda: Expense(Ground.CONTACT, M("-0.01")),
    f"help_received: {LESS}": lambda: Expense(Ground.CONTACT, M("1"), M("-0.01")),
    "expenses: must not name the same ground twice": lambda: special_expenses((EXPENSE,) * 2, M("500"), LAW, Reasons()),
    # days and timelines
    "stated: must be 2026-04-03 or later for a notice sent by post on 2026-04-01": lambda: initial_effective_date(
        date(2026, 4, 2), ON, Means.POST, LAW
    ),
    "every: must be a week, a fortnight, four weeks or a month": lambda: pay_rise_must_be_reported(
        (M("900"),) * 9, Every.YEAR, M("500"), LAW
    ),
    "becomes.gross_weekly_income: is not a fact that can change here": lambda: Change(
        Cause.APPLICATION, Days(applied=ON), {"gross_weekly_income": M("1"), "territory": Territory.NI}
    ),
    "historic_income: comes only with a yearly review": lambda: Change(
        Cause.APPLICATION, Days(applied=ON), historic_income=M("1")
    ),
    "becomes: must say what changed": lambda: Change(Cause.APPLICATION, Days(applied=ON)),
    "changes[1].applied: must not be before the case began": lambda: Life(
        PERIOD, FAMILY, tuple(changed(Cause.APPLICATION, day) for day in (PERIOD.starts, date(2024, 4, 30)))
    ),
    "changes[0].review: must be a review date: twelve months after the start, and each year after": lambda: Life(
        PERIOD, FAMILY, (changed(Cause.ANNUAL_REVIEW, date(2025, 4, 30)),)
    ),
    "territory: must be the same before and after": lambda: why(
        Situation(FAMILY, ON), Situation(replace(FAMILY, territory=Territory.NI), ON)
    ),
    # fees and arrears
    "allocation.order: must be an order of ongoing, arrears, enforcement_fees": lambda: Allocation(order=("ongoing",)),
    "allocation.short: must be one of pro_rata, maintenance_first, fee_first": lambda: Allocation(short="half"),  # type: ignore[arg-type]
    "allocation.surplus: must be one of credit, arrears": lambda: Allocation(surplus="gift"),  # type: ignore[arg-type]
    "could_be_retained: must not be more than is owed the other way": lambda: set_off.between_parents(
        M("5"), M("3"), M("3.01")
    ),
    f"owed: {LESS}": lambda: set_off.between_parents(M("-0.01"), M("3"), M("0")),
    f"owed_the_other_way: {LESS}": lambda: set_off.between_parents(M("5"), M("-0.01"), M("0")),
    f"could_be_retained: {LESS}": lambda: set_off.between_parents(M("5"), M("3"), M("-0.01")),
    f"arrears: {LESS}": lambda: set_off.payment_in_kind(M("-0.01"), M("3"), set_off.Bill.RENT, True),
    f"paid: {LESS}": lambda: set_off.payment_in_kind(M("5"), M("-0.01"), set_off.Bill.RENT, True),
    f"amount_due: {LESS}": lambda: set_off.next_payments(M("-0.01"), M("3"), 1),
    f"left_over: {LESS}": lambda: set_off.next_payments(M("5"), M("-0.01"), 1),
    "payments: must be at least one": lambda: set_off.next_payments(M("5"), M("3"), 0),
    "arrears: must be more than nought": lambda: before_writing_off(M("0"), ON, LAW),
    "due: must be an amount of money": lambda: Due("A", due=10),  # type: ignore[arg-type]
    "arrears: must be in whole pence": lambda: Due("A", arrears=M("0.001")),
    f"arrears_instalment: {LESS}": lambda: Due("A", arrears_instalment=M("-0.01")),
    "fee_due: must be in whole pence": lambda: Due("A", fee_due=M("0.001")),
    "received: must be in whole pence": lambda: Receipt(M("0.001"), (Due("A"),)),
    f"enforcement_fees_due: {LESS}": lambda: Receipt(M("1"), (Due("A"),), enforcement_fees_due=M("-0.01")),
    "collection_fee: must be true or false": lambda: Receipt(M("1"), (Due("A"),), collection_fee=1),  # type: ignore[arg-type]
    "receiving_parents: must be what is due to receiving parents": lambda: Receipt(M("1"), ("A",)),  # type: ignore[arg-type]
    "ref: must be a reference that is not empty ": lambda: Due(""),
    "receiving_parents: must hold at least one receiving parent ": lambda: Receipt(M("1"), ()),
    "receiving_parents: must not name the same receiving parent twice ": lambda: Receipt(M("1"), (Due("A"),) * 2),
    "fee_due: must be known for every receiving parent or for none": lambda: split(
        Receipt(M("1"), (Due("A", fee_due=M("1")), Due("B"))), on=ON
    ),
    # deductions
    f"income_tax: {LESS}": lambda: net_earnings((), M("-0.01"), M("0"), M("0")),
    f"national_insurance: {LESS}": lambda: net_earnings((), M("0"), M("-0.01"), M("0")),
    "pay_day: must come after the last pay-day": lambda: periods_since_last(ON, ON, Frequency.WEEK),
    "weeks_or_months: must not be less than nought": lambda: periods_covered(-1, Frequency.WEEK),
    "claims: must not name the same order twice": lambda: taken_from_each(M("100"), (CLAIM, CLAIM), LAW),
    "carry: must be one of CARRY, REPORT": lambda: DeductionSettings(carry="KEEP"),  # type: ignore[arg-type]
    "protected_rounding: must be one of UP, NEAREST": lambda: DeductionSettings(protected_rounding="DOWN"),  # type: ignore[arg-type]
    "several_orders: must be one of OVERALL, LITERAL": lambda: DeductionSettings(several_orders="NONE"),  # type: ignore[arg-type]
    **{
        f"{field}: must be whole pence, and not less than nought": lambda field=field, amount=amount: PayDay(
            **{"net_earnings": M("1"), "normal_deduction_rate": M("1"), field: amount}
        )
        for field, amount in {
            "net_earnings": M("-0.01"),
            "normal_deduction_rate": M("0.001"),
            "shortfall_brought_forward": 3,
            "admin_charge": M("-1"),
            "protected_earnings": M("-0.01"),
            "protected_brought_forward": M("0.001"),
        }.items()
    },
    "periods: must be a number from 0 to 60": lambda: PayDay(M("1"), M("1"), Fraction(61)),
    "protected_brought_forward: belongs only to an order with a fixed protected amount": lambda: PayDay(
        M("1"), M("1"), protected_brought_forward=M("1")
    ),
    f"gross_weekly_income: {LESS} ": lambda: regular_deduction_order.most_a_week(M("-0.01"), LAW),
    "charge: must be from 0 to 10.00": lambda: regular_deduction_order.minimum_amount(
        regular_deduction_order.Every.WEEK, 7, M("10.01"), LAW
    ),
    "days: must be at least one": lambda: regular_deduction_order.minimum_amount(
        regular_deduction_order.Every.OTHER, 0, M("0"), LAW
    ),
    "charge: must be from 0 to 55.00": lambda: lump_sum_deduction_order.minimum_amount(M("-0.01"), LAW),
    # receipts
    "answer: is missing": lambda: check_receipt({name: part for name, part in MADE.items() if name != "answer"}),
    "extra: is not a part of a receipt": lambda: check_receipt({**MADE, "extra": 1}),
    "kind: must be child-maintenance-receipt/1": lambda: check_receipt({**MADE, "kind": "another"}),
    "rulebook: must be text": lambda: check_receipt({**MADE, "rulebook": 1}),
    "seal: must be text": lambda: check_receipt({**MADE, "seal": None}),
    "given: must be an object": lambda: check_receipt({**MADE, "given": []}),
    "answer: must be an object": lambda: check_receipt({**MADE, "answer": "x"}),
    "command: must be one of assess, deduct, split, timeline": lambda: check_receipt(sealed(command="law")),
    "given.id: does not belong in a receipt": lambda: check_receipt(sealed(given={**CREDIT, "id": "1"})),
}


def changed(cause: Cause, day: date) -> Change:
    """A change of one fact from a day."""
    return Change(cause, Days(**{DAY[cause][0]: day}), {"relevant_other_children": 1})


@pytest.mark.parametrize("says", REFUSED)
def test_what_cannot_be_is_refused_by_its_field_with_a_sentence(says: str) -> None:
    with pytest.raises(BadFact) as refused:
        REFUSED[says]()
    assert str(refused.value) == says.strip()
    assert refused.value.field == says.partition(": ")[0]
    assert refused.value.message == says.partition(": ")[2].strip()


@pytest.mark.parametrize(
    "take",
    [
        lambda: Child(0, 366),
        lambda: Child(366, 0),
        lambda: Child(183, 183),
        lambda: Facts(ONE, benefit=Benefit.LISTED, nil_reason=NilReason.CHILD),
        lambda: Facts(ONE, relevant_other_children=99, other_arrangement_children=99),
        lambda: Facts(ONE, gross_weekly_income=M("0")),
        lambda: Pension(M("1"), 1),
        lambda: Profits(M("1"), Fraction(1, 7)),
        lambda: Earnings(irregular=(M("1"),), irregular_weeks=1),
        lambda: HmrcFigure(2025),
        Unearned,
        lambda: Asset(M("0")),
        lambda: Expense(Ground.CONTACT, M("0")),
        lambda: set_off.between_parents(M("0"), M("3"), M("3")),
        lambda: set_off.next_payments(M("0"), M("0"), 1),
        lambda: before_writing_off(M("0.01"), ON, LAW),
        lambda: Due("A", fee_due=M("0")),
        lambda: Receipt(M("0"), (Due("A"),)),
        lambda: net_earnings((), M("0"), M("0"), M("0")),
        lambda: periods_since_last(ON, ON + timedelta(days=1), Frequency.WEEK),
        lambda: periods_covered(0, Frequency.WEEK),
        lambda: PayDay(M("0"), M("0"), Fraction(0)),
        lambda: PayDay(M("0"), M("0"), Fraction(60)),
        lambda: PayDay(M("0"), M("0"), protected_earnings=M("0"), protected_brought_forward=M("1")),
        lambda: regular_deduction_order.most_a_week(M("0"), LAW),
        lambda: regular_deduction_order.minimum_amount(regular_deduction_order.Every.OTHER, 1, M("10"), LAW),
        lambda: lump_sum_deduction_order.minimum_amount(M("55"), LAW),
        lambda: initial_effective_date(date(2026, 4, 3), ON, Means.POST, LAW),
        lambda: Life(PERIOD, FAMILY, (changed(Cause.APPLICATION, PERIOD.starts),)),
        lambda: Life(PERIOD, FAMILY, (changed(Cause.ANNUAL_REVIEW, date(2025, 5, 1)),)),
        lambda: Change(Cause.PERIODIC_CHECK, Days(decided=ON)),
        lambda: Change(Cause.ANNUAL_REVIEW, Days(review=ON), historic_income=M("1")),
        lambda: Change(Cause.APPLICATION, Days(applied=ON), current_income=M("0")),
    ],
)
def test_what_stands_just_inside_a_limit_is_taken(take: Callable[[], Any]) -> None:
    take()


def test_nights_of_a_shorter_period_become_nights_of_a_year() -> None:
    found = {(nights, days): nights_in_a_year(nights, days) for nights, days in [(0, 1), (1, 1), (30, 182), (7, 364)]}
    assert found == {(0, 1): 0, (1, 1): 365, (30, 182): 60, (7, 364): 7}
    assert [nights_in_a_year(nights, nights) for nights in (364, 365, 366)] == [365, 365, 366]
    assert nights_in_a_year(52, 366) == 52


@pytest.mark.parametrize("cause", Cause)
def test_a_day_that_is_not_known_is_asked_for_by_name(cause: Cause) -> None:
    name = DAY[cause][0]
    with pytest.raises(MissingFact) as missing:
        works_from(cause, Days())
    assert missing.value.field == f"days.{name}"
    assert works_from(cause, Days(**{name: ON})) == ON


@pytest.mark.parametrize(
    ("read", "says"),
    [
        (lambda: fraction(1.5), "1.5 is not an exact number."),
        (lambda: fraction(True), "True is not an exact number."),
        (lambda: Number.read("", "7"), "'7' is not a whole number."),
        (lambda: Number.read("", True), "True is not a whole number."),
        (lambda: Word.read("", ""), "'' is not a word."),
        (lambda: Word.read("", 7), "7 is not a word."),
        (lambda: Whether.read("", 1), "1 is neither true nor false."),
        (lambda: read_row({"from": ON, "of": 1, "until": ON, "why": ""}), "A dated row cannot say ['until', 'why']."),
    ],
)
def test_a_row_of_the_wrong_kind_is_refused(read: Callable[[], Any], says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)) as wrong:
        read()
    assert str(wrong.value) == says


def test_a_figure_that_had_not_begun_is_named_with_its_day_and_territory() -> None:
    with pytest.raises(NoRateInForce) as none:
        _ = FLAT.under(in_force(date(2012, 12, 9), Territory.NI)).amount.of
    assert str(none.value) == "There is no figure for liability/flat_rate amount in NI on 2012-12-09."
    assert (none.value.figure, none.value.on, none.value.territory) == (
        "liability/flat_rate amount",
        date(2012, 12, 9),
        Territory.NI,
    )


def test_what_is_not_known_is_neither_true_nor_false() -> None:
    with pytest.raises(MissingFact) as missing:
        bool(UNKNOWN)
    assert missing.value.field == "a fact that is not known"
    assert str(missing.value) == "The law needs a fact that is not known here, and it is not known."
    assert repr(UNKNOWN) == "UNKNOWN"
