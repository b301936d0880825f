"""Income that assets are taken to bring. Regulation 69A, from 13 December 2018 (Northern Ireland: 68A, from 10 June 2019)."""

from dataclasses import dataclass
from enum import Enum

from childmaintenance.law.figures import Amount, Number, Percent
from childmaintenance.law.provision import BadFact, Figures, InForce
from childmaintenance.law.reasons import Reasons
from childmaintenance.values import ZERO, Money


@dataclass(frozen=True, slots=True)
class Assets:
    """The figures of regulation 69A."""

    value_over: Amount
    yearly_rate: Percent
    weeks_in_a_year: Number


FIGURES = Figures(Assets, __file__)


class LeftOut(Enum):
    """Reg 69A(6): assets that do not count."""

    INJURY_COMPENSATION = "injury_compensation"
    USED_IN_BUSINESS = "used_in_business"
    BOUGHT_FROM_COUNTED_INCOME = "bought_from_counted_income"
    SALE_WOULD_BE_HARDSHIP = "sale_would_be_hardship"
    MAIN_HOME = "main_home"


@dataclass(frozen=True, slots=True)
class Asset:
    """One asset: what it is worth, what is owed on it, and why it may be left out."""

    value: Money
    owed_on_it: Money = ZERO
    left_out: LeftOut | None = None

    def __post_init__(self) -> None:
        for field in ("value", "owed_on_it"):
            if getattr(self, field) < ZERO:
                raise BadFact(field, "must not be less than nought")


def income_from_assets(assets: tuple[Asset, ...], law: InForce, reasons: Reasons) -> Money:
    """Pounds a week: 8% of the whole net value of each asset that is worth more than the line, over 52.

    The regulation speaks of "an asset", so each is tested alone; an older practitioners' note added them together. Raises
    NoRateInForce before the ground existed.
    """
    rates = FIGURES.under(law)
    total = ZERO
    for asset in assets:
        net = (asset.value - asset.owed_on_it).at_least(ZERO)
        if asset.left_out is not None:
            reasons.add("asset_left_out", rates.value_over.says, ZERO, value=net)
        elif net <= rates.value_over.of:
            reasons.add("asset_below_line", rates.value_over.says, ZERO, value=net, line=rates.value_over.of)
        else:
            weekly = net.percent(rates.yearly_rate.of) / rates.weeks_in_a_year.of
            total = total + reasons.add(
                "asset_income", rates.yearly_rate.says, weekly, value=net, percent=rates.yearly_rate.of
            )
    if assets:
        reasons.note("doubtful_assets_each_alone")
    return total
