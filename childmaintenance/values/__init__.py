"""The few things every room speaks of: money, periods, territories and citations."""

from childmaintenance.values.citation import Citation
from childmaintenance.values.money import ZERO, Money, NotMoney, NotWholePence
from childmaintenance.values.period import Period
from childmaintenance.values.territory import Territory

__all__ = ["ZERO", "Citation", "Money", "NotMoney", "NotWholePence", "Period", "Territory"]
