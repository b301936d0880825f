"""Deductions from earnings: what an employer takes on a pay-day, in which order, and by when it must be paid over."""

from childmaintenance.law.deductions.pay_day import Deduction, PayDay, deduct
from childmaintenance.law.deductions.settings import USUAL, DeductionSettings

__all__ = ["USUAL", "Deduction", "DeductionSettings", "PayDay", "deduct"]
