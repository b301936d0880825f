"""The facts behind a decision in words: what each is, what was used, where it came from. Never what somebody wrote freely."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from childmaintenance.correspondence.facts import Pence
from childmaintenance.correspondence.terms import MissingFact
from childmaintenance.foundation.language import pounds


class FactName(StrEnum):
    """What bears on an amount, in the order a letter shows it."""

    INCOME = "income"
    BENEFIT = "benefit"
    NIL_REASON = "nil_reason"
    NIGHTS = "nights"
    PARENTAGE = "parentage"
    EQUAL_CARE = "equal_care"
    OTHER_CHILDREN = "other_children"
    OTHER_ARRANGEMENT = "other_arrangement"


class FactSource(StrEnum):
    """Where a fact came from."""

    TAX_PAYE = "hmrc:PAYE"
    TAX_SELF_ASSESSMENT = "hmrc:SA"
    CURRENT_INCOME = "current"
    HISTORIC_INCOME = "historic"
    ESTIMATE = "estimate"
    DEFAULT = "default"
    RECEIVING_PARENT = "receiving_parent"
    PAYING_PARENT = "paying_parent"
    BOTH_PARENTS = "both"
    CASEWORKER = "caseworker"
    NOBODY = "nobody"


@dataclass(frozen=True, kw_only=True)
class FactUsed:
    """One fact. Which value it needs goes by its name."""

    name: FactName
    source: FactSource
    child: str = ""
    """First name: for nights, parentage and equal care."""
    weekly_pence: Pence | None = None
    """For income, and rounded: the exact figure is in the reasons. Left out where the income is not known."""
    yearly_pence: Pence | None = None
    """For income from the tax authority: what it told."""
    tax_year: str = ""
    """Such as 2025-26."""
    count: int | None = None
    """For nights a year, other children, other arrangements."""
    code: str = ""
    """For benefit: none, 44(1), 44(2), 44(2)half; for a nil reason: its name, or empty for none."""
    accepted: bool | None = None
    """For parentage and equal care: whether it is so."""

    @property
    def is_assumed(self) -> bool:
        return self.source == FactSource.NOBODY


def name_of(fact: FactUsed) -> str:
    """What the fact is, for the first column."""
    match fact.name:
        case FactName.INCOME:
            return _("The paying parent’s income before tax")
        case FactName.BENEFIT:
            return _("A benefit that sets the amount")
        case FactName.NIL_REASON:
            return _("A reason to pay nothing")
        case FactName.NIGHTS:
            return _("Nights a year with the paying parent: %(child)s") % {"child": _needed(fact.child, "child")}
        case FactName.PARENTAGE:
            return _("The paying parent is a parent of: %(child)s") % {"child": _needed(fact.child, "child")}
        case FactName.EQUAL_CARE:
            return _("Both parents care alike for: %(child)s") % {"child": _needed(fact.child, "child")}
        case FactName.OTHER_CHILDREN:
            return _("Other children living with the paying parent")
        case FactName.OTHER_ARRANGEMENT:
            return _("Children the paying parent supports another way")


def amount_of(fact: FactUsed) -> str:
    """What was used, for the second column. Raises MissingFact where the value that belongs to the fact is not there."""
    match fact.name:
        case FactName.INCOME:
            return _income(fact)
        case FactName.BENEFIT:
            return _is_there(fact.code != "none")
        case FactName.NIL_REASON:
            return _is_there(bool(fact.code))
        case FactName.PARENTAGE | FactName.EQUAL_CARE:
            if fact.accepted is None:
                raise MissingFact(f"facts_used: {fact.name.value} needs accepted")
            return pgettext("is it so", "Yes") if fact.accepted else pgettext("is it so", "No")
        case _:
            if fact.count is None:
                raise MissingFact(f"facts_used: {fact.name.value} needs count")
            return str(fact.count)


def source_of(fact: FactUsed) -> str:
    """Where it came from, for the third column."""
    return {
        FactSource.TAX_PAYE: _("HM Revenue and Customs, from employers"),
        FactSource.TAX_SELF_ASSESSMENT: _("HM Revenue and Customs, from a tax return"),
        FactSource.CURRENT_INCOME: _("Proof of pay that we looked at"),
        FactSource.HISTORIC_INCOME: _("HM Revenue and Customs"),
        FactSource.ESTIMATE: _("Our estimate, from what we could find"),
        FactSource.DEFAULT: _("The law sets an amount where the income is not known"),
        FactSource.RECEIVING_PARENT: _("The receiving parent told us"),
        FactSource.PAYING_PARENT: _("The paying parent told us"),
        FactSource.BOTH_PARENTS: _("Both parents told us the same"),
        FactSource.CASEWORKER: _("We looked at what both parents said, and decided"),
        FactSource.NOBODY: _("Nobody told us"),
    }[fact.source]


def _is_there(answer: bool) -> str:
    return pgettext("is there one", "Yes") if answer else pgettext("is there one", "No")


def _income(fact: FactUsed) -> str:
    if fact.weekly_pence is None:
        return _("Not known")
    weekly = _("%(amount)s a week") % {"amount": pounds(fact.weekly_pence)}
    if fact.yearly_pence is None:
        return weekly
    return _("%(weekly)s (%(yearly)s in the tax year %(tax_year)s)") % {
        "weekly": weekly,
        "yearly": pounds(fact.yearly_pence),
        "tax_year": _needed(fact.tax_year, "tax_year"),
    }


def _needed(value: str, name: str) -> str:
    if not value:
        raise MissingFact(f"facts_used: {name} was not given")
    return value
