"""The law's figures of today, as a page says them."""

from childmaintenance.foundation import clock
from childmaintenance.foundation.language import pounds
from childmaintenance.law.liability.income_cap import FIGURES as CAP
from childmaintenance.law.provision import in_force
from childmaintenance.values import Money, Territory


def highest_income() -> str:
    """The weekly income above which the service counts nothing."""
    most: Money = CAP.under(in_force(clock.today(), Territory.GB)).most.of
    return pounds(most.in_pence).removesuffix(".00")
