"""Historic income: what HMRC last knew. Regulations 4, 35 and 36 (Northern Ireland: 4, 34 and 35)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from childmaintenance.law.figures import Number
from childmaintenance.law.income.weekly import FIGURES as WEEKLY
from childmaintenance.law.income.weekly import weekly_from_year
from childmaintenance.law.provision import BadFact, Figures, InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import ZERO, Citation, Money


@dataclass(frozen=True, slots=True)
class Historic:
    """The figures of regulations 4 and 35."""

    tax_years_back: Number
    request_days_before: Number


FIGURES = Figures(Historic, __file__)
HMRC_FIGURE = Citation(gb="SI 2012/2677 reg 36", ni="SR 2012/427 reg 35")
RELIEF = Citation(gb="SI 2012/2677 reg 35(3)", ni="SR 2012/427 reg 34(3)")


class Source(Enum):
    """Where HMRC has the figure from."""

    PAYE = "PAYE"
    SELF_ASSESSMENT = "SELF_ASSESSMENT"


@dataclass(frozen=True, slots=True)
class HmrcFigure:
    """One tax year as HMRC has it, in pounds a year; `tax_year` is the year in which it began.

    Employment income and pensions stand after contributions under net pay; trading profits after loss relief brought forward.
    `taxable_benefits` are only incapacity benefit, contributory employment and support allowance, jobseeker's allowance and
    income support; the state pension is never in it.
    """

    tax_year: int
    source: Source = Source.PAYE
    employment: Money = ZERO
    pension: Money = ZERO
    trading_profit: Money = ZERO
    taxable_benefits: Money = ZERO

    def __post_init__(self) -> None:
        for field in ("employment", "pension", "trading_profit", "taxable_benefits"):
            if getattr(self, field) < ZERO:
                raise BadFact(field, "must not be less than nought")

    @property
    def ends(self) -> date:
        """The last day of the tax year."""
        return date(self.tax_year + 1, 4, 5)

    @property
    def total(self) -> Money:
        """Everything that counts of that year."""
        return self.employment + self.pension + self.trading_profit + self.taxable_benefits


def latest_available(known: tuple[HmrcFigure, ...], requested: date, law: InForce) -> HmrcFigure | None:
    """Reg 4(2): the newest of the six tax years ended before the request, self-assessment before PAYE; None if none is known."""
    newest = newest_tax_year_before(requested)
    oldest = newest - FIGURES.under(law).tax_years_back.of + 1
    in_time = [figure for figure in known if oldest <= figure.tax_year <= newest]
    return max(in_time, key=lambda figure: (figure.tax_year, figure.source is Source.SELF_ASSESSMENT), default=None)


def newest_tax_year_before(day: date) -> int:
    """The starting year of the last tax year that had ended before a day."""
    return day.year - 1 if day > date(day.year, 4, 5) else day.year - 2


def earliest_request(effective: date, law: InForce) -> date:
    """Reg 35(2): the first day on which the figure may be asked for."""
    return effective - timedelta(days=FIGURES.under(law).request_days_before.of)


def historic_income(figure: HmrcFigure, relief_at_source: Money, law: InForce, reasons: Reasons) -> Money:
    """Pounds a week, unrounded: the year's figure over 365 by 7.

    `relief_at_source` are yearly pension contributions that the paying parent asked to have taken off and showed (reg 35(3)).
    """
    yearly = reasons.add(
        "hmrc_figure", law.cite(HMRC_FIGURE), figure.total, tax_year=figure.tax_year, source=figure.source.value
    )
    if relief_at_source:
        left = (yearly - relief_at_source).at_least(ZERO)
        yearly = reasons.add("pension_relief", law.cite(RELIEF), left, income=yearly, contributions=relief_at_source)
    says = WEEKLY.under(law).days_in_a_year.says
    return reasons.add("year_to_week", says, weekly_from_year(yearly, law), yearly=yearly)
