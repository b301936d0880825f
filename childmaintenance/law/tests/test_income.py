"""The edges of income: tax years, relief, and the 25 per cent test both ways."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childmaintenance.law.income import (
    Earnings,
    HmrcFigure,
    Pension,
    Profits,
    change_counts,
    current_income,
    historic_income,
    latest_available,
    which_income,
)
from childmaintenance.law.income.current import Pay
from childmaintenance.law.income.historic import Source, newest_tax_year_before
from childmaintenance.law.income.weekly import Every, weekly_from_year
from childmaintenance.law.income.which_income import Kind, may_estimate
from childmaintenance.law.provision import BadFact, MissingFact, in_force
from childmaintenance.law.reasons import Reasons
from childmaintenance.law.tests.families import unhurried
from childmaintenance.values import Money, Territory

LAW = in_force(date(2026, 4, 1), Territory.GB)
NI = in_force(date(2026, 4, 1), Territory.NI)
amounts = st.integers(0, 10**8).map(Money.pence)


def test_published_yearly_figures_as_weeks() -> None:
    assert str(weekly_from_year(Money.of("43744"), LAW)) == "838.93"
    assert weekly_from_year(Money.of("41714.29"), LAW) > Money.of("800")


@pytest.mark.parametrize(
    ("requested", "newest"),
    [(date(2026, 4, 5), 2024), (date(2026, 4, 6), 2025), (date(2026, 12, 31), 2025), (date(2027, 1, 1), 2025)],
)
def test_a_tax_year_counts_once_it_has_ended(requested: date, newest: int) -> None:
    assert newest_tax_year_before(requested) == newest
    assert HmrcFigure(newest).ends < requested


def test_self_assessment_beats_pay_as_you_earn_for_the_same_year_only() -> None:
    paye, own = HmrcFigure(2025, Source.PAYE), HmrcFigure(2025, Source.SELF_ASSESSMENT)
    older = HmrcFigure(2024, Source.SELF_ASSESSMENT)
    assert latest_available((paye, own, older), date(2026, 5, 1), LAW) is own
    assert latest_available((own, paye, older), date(2026, 5, 1), LAW) is own
    assert latest_available((paye, older), date(2026, 5, 1), LAW) is paye
    assert latest_available((HmrcFigure(2019), HmrcFigure(2026)), date(2026, 5, 1), LAW) is None


def test_historic_income_adds_what_counts_and_takes_relief_off() -> None:
    reasons = Reasons()
    figure = HmrcFigure(2025, Source.PAYE, Money.of("30000"), Money.of("5000"), Money.of("500"), Money.of("1000"))
    found = historic_income(figure, Money.of("0"), LAW, reasons)
    assert found.exact == Fraction(36500, 365) * 7
    assert historic_income(figure, Money.of("3650"), NI, reasons).exact == Fraction(36500 - 3650, 365) * 7
    assert reasons.kept[-1].provision == "SR 2012/427 reg 34(1)(c)"
    assert historic_income(figure, Money.of("99999"), LAW, reasons) == Money.of("0")


def test_a_step_keeps_where_hmrc_has_the_figure_from() -> None:
    for source in Source:
        reasons = Reasons()
        historic_income(HmrcFigure(2025, source), Money.of("0"), LAW, reasons)
        assert reasons.kept[0].inputs == {"tax_year": 2025, "source": source.value}


@pytest.mark.parametrize(
    ("every", "weekly"), [("W", "3650.00"), ("2W", "1825.00"), ("4W", "912.50"), ("M", "840.00"), ("Y", "70.00")]
)
def test_settled_pay_of_every_kind_as_a_week(every: str, weekly: str) -> None:
    job = Earnings(Pay(Money.of("3650"), Every(every)))
    assert str(current_income((job,), (), (), Money.of("0"), LAW, Reasons())) == weekly


def test_which_income_says_why() -> None:
    reasons = Reasons()
    assert which_income(None, Money.of("5"), LAW, reasons).kind is Kind.CURRENT
    assert which_income(Money.of("5"), None, LAW, reasons).kind is Kind.HISTORIC
    assert which_income(Money.of("0"), Money.of("0"), LAW, reasons).kind is Kind.HISTORIC
    assert [reason.step for reason in reasons.kept] == [
        "current_for_want_of_historic",
        "historic_income_counts",
        "current_within_tolerance",
    ]
    with pytest.raises(MissingFact, match="current_income"):
        which_income(None, None, LAW, reasons)


@unhurried
@given(amounts, amounts)
def test_current_income_counts_exactly_from_a_quarter_apart(historic: Money, current: Money) -> None:
    apart = abs((current - historic).exact)
    enough = apart * 4 >= historic.exact and bool(historic or current)
    found = which_income(historic, current, LAW, Reasons())
    assert found.kind is (Kind.CURRENT if enough else Kind.HISTORIC)
    assert found.weekly in (historic, current)


@unhurried
@given(amounts, amounts)
def test_a_change_is_measured_against_what_is_in_force(before: Money, after: Money) -> None:
    counts = change_counts(before, after, LAW, Reasons())
    assert counts is (abs((after - before).exact) * 4 >= before.exact and (bool(before) or bool(after)))


def test_an_estimate_is_only_for_current_income_that_nobody_can_show() -> None:
    assert [may_estimate(a, b) for a in (True, False) for b in (True, False)] == [False, True, False, False]


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (Earnings, "earnings"),
        (lambda: Earnings(irregular=(Money.of("1"),)), "irregular_weeks"),
        (lambda: Profits(Money.of("1"), Fraction(0)), "weeks"),
        (lambda: Pension(Money.of("1"), 0), "weeks"),
        (lambda: HmrcFigure(2025, employment=Money.of("-1")), "employment"),
    ],
)
def test_what_cannot_be_is_refused_by_name(make: object, field: str) -> None:
    with pytest.raises(BadFact) as wrong:
        make()  # type: ignore[operator]
    assert wrong.value.field == field


def test_a_pension_may_be_looked_at_over_a_single_week() -> None:
    assert current_income((), (), (Pension(Money.of("80"), 1),), Money.of("0"), LAW, Reasons()) == Money.of("80")
