"""Acts on income and decisions, one file each."""

from childmaintenance.calculation.actions.decide import decide
from childmaintenance.calculation.actions.income import (
    ask_for_income,
    find_income,
    income_not_available,
    receive_income,
)
from childmaintenance.calculation.actions.readiness import consider, consider_paying_parent

__all__ = [
    "ask_for_income",
    "consider",
    "consider_paying_parent",
    "decide",
    "find_income",
    "income_not_available",
    "receive_income",
]
