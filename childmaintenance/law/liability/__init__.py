"""How much a paying parent pays: Schedule 1 of the Act, one file for each provision."""

from childmaintenance.law.liability.assessment import Assessment, assess
from childmaintenance.law.liability.facts import Benefit, Child, Facts, NilReason, Rate, ReceivingParent

__all__ = ["Assessment", "Benefit", "Child", "Facts", "NilReason", "Rate", "ReceivingParent", "assess"]
