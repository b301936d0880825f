"""The paying parent's gross weekly income: historic, current, and which of the two counts."""

from childmaintenance.law.income.current import Earnings, Pay, Pension, Profits, current_income
from childmaintenance.law.income.historic import HmrcFigure, historic_income, latest_available
from childmaintenance.law.income.which_income import Counted, change_counts, which_income

__all__ = [
    "Counted",
    "Earnings",
    "HmrcFigure",
    "Pay",
    "Pension",
    "Profits",
    "change_counts",
    "current_income",
    "historic_income",
    "latest_available",
    "which_income",
]
