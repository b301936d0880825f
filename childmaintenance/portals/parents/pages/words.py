"""The rooms' own words, as parents read them."""

import datetime as dt
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from childmaintenance.calculation.terms import SourcedFact
from childmaintenance.cases.terms import FactKind, Frequency, Service, Side
from childmaintenance.collection.terms import HistoryKind
from childmaintenance.foundation.language import long_date, pounds

Words = dict[Any, Promise]

SERVICES: Words = {
    Service.DIRECT_PAY: gettext_lazy("Direct Pay"),
    Service.COLLECT_AND_PAY: gettext_lazy("Collect and Pay"),
}
FREQUENCIES: Words = {
    Frequency.WEEKLY: gettext_lazy("every week"),
    Frequency.FORTNIGHTLY: gettext_lazy("every 2 weeks"),
    Frequency.FOUR_WEEKLY: gettext_lazy("every 4 weeks"),
    Frequency.MONTHLY: gettext_lazy("every month"),
}
JOURNEYS: Words = {
    "apply": gettext_lazy("Your application"),
    "answer": gettext_lazy("Your answer to an application"),
    "bank-details": gettext_lazy("Your bank account"),
    "contact-details": gettext_lazy("How we reach you"),
    "not-arrived": gettext_lazy("A payment that did not arrive"),
    "pay-day": gettext_lazy("Your pay day"),
    "service": gettext_lazy("How the money moves"),
}
FACTS: Words = {
    "income": gettext_lazy("The paying parent’s income before tax, a week"),
    FactKind.NIGHTS: gettext_lazy("Nights with the paying parent"),
    FactKind.PARENTAGE: gettext_lazy("The paying parent is a parent of"),
    FactKind.EQUAL_CARE: gettext_lazy("Both parents care alike for"),
    FactKind.OTHER_CHILDREN: gettext_lazy("Other children in the paying parent’s home"),
    FactKind.OTHER_ARRANGEMENT: gettext_lazy("Children the paying parent supports another way"),
    FactKind.BENEFIT: gettext_lazy("A benefit that sets the amount"),
    FactKind.NIL_REASON: gettext_lazy("A reason to pay nothing"),
}
BENEFITS: Words = {
    "none": gettext_lazy("None"),
    "44(1)": gettext_lazy("Yes: one that makes it the flat rate"),
    "44(2)": gettext_lazy("Yes: one that makes it the flat rate"),
    "44(2)half": gettext_lazy("Yes: one that makes it half the flat rate"),
}
NIL_REASONS: Words = {
    "": gettext_lazy("None"),
    "child": gettext_lazy("Is a child"),
    "prisoner": gettext_lazy("Is in prison"),
    "age16_17_benefit": gettext_lazy("Is 16 or 17 and on certain benefits"),
    "training": gettext_lazy("Gets a youth training allowance"),
    "care_home": gettext_lazy("Lives in a care home or hospital"),
}
SOURCES: Words = {
    "receiving_parent": gettext_lazy("Said by the receiving parent"),
    "paying_parent": gettext_lazy("Said by the paying parent"),
    "both": gettext_lazy("Both parents say so"),
    "caseworker": gettext_lazy("Settled by a caseworker"),
    "hmrc:PAYE": gettext_lazy("From HM Revenue and Customs, as employers told them"),
    "hmrc:SA": gettext_lazy("From HM Revenue and Customs, self-assessment"),
    "current": gettext_lazy("Pay now, found by a caseworker"),
    "estimate": gettext_lazy("An estimate by a caseworker"),
    "default": gettext_lazy("There was not enough information"),
}


MOVED_PAYING: Words = {
    HistoryKind.CHARGE: gettext_lazy("Due"),
    HistoryKind.TRUE_UP: gettext_lazy("Added: days that the last plan left out"),
    HistoryKind.CREDIT: gettext_lazy("Taken off: the last plan had charged too much"),
    HistoryKind.PAYMENT: gettext_lazy("You paid"),
    HistoryKind.PAYMENT_RETURNED: gettext_lazy("Your bank took a payment back"),
}
MOVED_RECEIVING: Words = {
    HistoryKind.COLLECTED: gettext_lazy("Collected for you"),
    HistoryKind.COLLECTED_RETURNED: gettext_lazy("Taken back by the payer’s bank"),
    HistoryKind.PAID_OUT: gettext_lazy("Paid into your account"),
    HistoryKind.PAYOUT_RETURNED: gettext_lazy("Came back from your bank"),
}


def moved(kind: HistoryKind, side: Side) -> str:
    """What a line of a payment history says."""
    return str((MOVED_PAYING if side == Side.PAYING else MOVED_RECEIVING)[kind])


def source_of(fact: SourcedFact) -> str:
    """Where a fact came from. Never what a caseworker wrote about it: that may rest on what one parent said in confidence."""
    if fact.standing == "assumed":
        return _("Nobody has told us. We assumed this: tell us if it is wrong.")
    said = str(SOURCES[fact.source])
    if fact.yearly_pence is not None:
        told = {"year": fact.as_of, "amount": pounds(fact.yearly_pence)}
        return f"{said}. " + _("In the tax year %(year)s it was %(amount)s.") % told
    return f"{said}, {long_date(dt.date.fromisoformat(fact.as_of))}"


def happened(kind: str, told: dict[str, Any], *, pays: bool) -> str:
    """One line of a case's timeline, as one of its parents reads it. Empty for what is not for parents."""
    mine = told.get("side") == ("P" if pays else "R")
    match kind:
        case "applied":
            return _("You applied.") if mine else _("The other parent applied.")
        case "notice_given":
            return _("We wrote to the paying parent. Maintenance counts from %(day)s.") % {
                "day": long_date(dt.date.fromisoformat(told["effective_from"]))
            }
        case "answered":
            return _("You answered.") if mine else _("The other parent answered.")
        case "no_answer":
            return _("The time to answer ran out. We go on with what we were told.")
        case "service_chosen":
            return _("How the money moves: %(service)s.") % {"service": SERVICES[told["service"]]}
        case "pay_day_chosen":
            return _("The paying parent chose to pay %(often)s.") % {"often": FREQUENCIES[told["frequency"]]}
        case "decided":
            return _("We decided: %(amount)s a week from %(day)s.") % {
                "amount": pounds(told["weekly"]),
                "day": long_date(dt.date.fromisoformat(told["effective_from"])),
            }
        case "payment_not_arrived":
            return _("You told us that the payment of %(day)s did not arrive.") % {
                "day": long_date(dt.date.fromisoformat(told["due_on"]))
            }
        case "closed":
            return _("The case was closed.")
        case _:
            return ""
