"""The law's words as the small whole numbers that stand for them in a column."""

from typing import Final

from childmaintenance.law.liability import Benefit, NilReason, Rate
from childmaintenance.values import Territory

RATES: Final = tuple(Rate)
BENEFITS: Final = tuple(Benefit)
NIL_REASONS: Final = tuple(NilReason)
TERRITORIES: Final = tuple(Territory)

# In the income column, below nought: what is no amount.
UNKNOWN_INCOME: Final = -1
NO_INCOME_GIVEN: Final = -2
