"""The rooms' own words, as staff read them."""

import datetime as dt
from fractions import Fraction
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from childmaintenance.calculation.terms import DecisionKind, IncomeOutcome, SourcedFact
from childmaintenance.cases.eligibility import Lives, Why, WorksAbroadFor
from childmaintenance.cases.terms import (
    FactKind,
    Frequency,
    Service,
    Side,
    Standing,
    Status,
    TaskKind,
    TaskRecord,
    TimelineRecord,
    Wanted,
)
from childmaintenance.collection.terms import FileState
from childmaintenance.foundation.language import long_date, pounds

Words = dict[Any, Promise]

TASKS: Words = {
    TaskKind.DECIDE: gettext_lazy("Make the decision"),
    TaskKind.SETTLE_FACT: gettext_lazy("Settle what the parents disagree about"),
    TaskKind.FIND_INCOME: gettext_lazy("Find the income"),
    TaskKind.CHOOSE_SERVICE: gettext_lazy("Choose how the money moves"),
    TaskKind.REVIEW: gettext_lazy("Annual review"),
    TaskKind.MISSED_PAYMENT: gettext_lazy("A payment did not arrive"),
    TaskKind.NOT_ARRIVED: gettext_lazy("A Direct Pay payment did not arrive"),
    TaskKind.BANK_DETAILS: gettext_lazy("Nowhere to pay the money to"),
    TaskKind.SUSPENSE: gettext_lazy("Money we cannot place"),
    TaskKind.RETURNED_RECEIPT: gettext_lazy("A payment was taken back"),
    TaskKind.RETURNED_PAYOUT: gettext_lazy("A payout came back"),
    TaskKind.RELEASE_PAYOUTS: gettext_lazy("Payouts to release"),
    TaskKind.LETTER: gettext_lazy("A letter could not be written"),
    TaskKind.SAFE_CONTACT: gettext_lazy("Tell somebody of a letter, safely"),
}
WANTED: Words = {
    Wanted.ASK: gettext_lazy("Ask the paying parent for proof of payment."),
    Wanted.COLLECT: gettext_lazy("The receiving parent asks for Collect and Pay."),
    Wanted.NOTE: gettext_lazy("Only note it: the paying parent must not be told who said so."),
}
STATUSES: Words = {
    Status.WAITING_FOR_ANSWER: gettext_lazy("Waiting for the other parent"),
    Status.ANSWERED: gettext_lazy("Waiting for a decision"),
    Status.IN_PAYMENT: gettext_lazy("In payment"),
    Status.CLOSED: gettext_lazy("Closed"),
}
SERVICES: Words = {
    Service.DIRECT_PAY: gettext_lazy("Direct Pay"),
    Service.COLLECT_AND_PAY: gettext_lazy("Collect and Pay"),
}
SIDES: Words = {Side.RECEIVING: gettext_lazy("Receiving parent"), Side.PAYING: gettext_lazy("Paying parent")}
FREQUENCIES: Words = {
    Frequency.WEEKLY: gettext_lazy("Every week"),
    Frequency.FORTNIGHTLY: gettext_lazy("Every 2 weeks"),
    Frequency.FOUR_WEEKLY: gettext_lazy("Every 4 weeks"),
    Frequency.MONTHLY: gettext_lazy("Every month"),
}
FACTS: Words = {
    FactKind.NIGHTS: gettext_lazy("Nights a year with the paying parent"),
    FactKind.PARENTAGE: gettext_lazy("The paying parent is a parent of the child"),
    FactKind.OTHER_CHILDREN: gettext_lazy("Other children in the paying parent’s home"),
    FactKind.OTHER_ARRANGEMENT: gettext_lazy("Children supported under another arrangement"),
    FactKind.BENEFIT: gettext_lazy("Benefit that sets a flat rate"),
    FactKind.NIL_REASON: gettext_lazy("Reason to pay nothing"),
    FactKind.SERVICE: gettext_lazy("How the money should move"),
    FactKind.EQUAL_CARE: gettext_lazy("Both parents care for the child alike"),
    FactKind.EDUCATION: gettext_lazy("In approved education or training"),
    FactKind.RESIDENCE: gettext_lazy("Where everybody has their home"),
    FactKind.COURT_ORDER: gettext_lazy("A court order for maintenance"),
    FactKind.EMPLOYER: gettext_lazy("Where the paying parent works"),
    "income": gettext_lazy("Gross weekly income"),
}
STANDINGS: Words = {
    Standing.STATED: gettext_lazy("Said by one parent"),
    Standing.AGREED: gettext_lazy("Agreed"),
    Standing.DISPUTED: gettext_lazy("Disputed"),
    Standing.FOUND: gettext_lazy("Found by a caseworker"),
    "assumed": gettext_lazy("Assumed: nobody has said"),
    "held": gettext_lazy("Held by the tax authority"),
}
STANDING_COLOURS = {
    Standing.AGREED: "green",
    Standing.DISPUTED: "red",
    Standing.FOUND: "blue",
    Standing.STATED: "grey",
    "assumed": "yellow",
    "held": "blue",
}
SOURCES: Words = {
    "receiving_parent": gettext_lazy("the receiving parent"),
    "paying_parent": gettext_lazy("the paying parent"),
    "both": gettext_lazy("both parents"),
    "caseworker": gettext_lazy("a caseworker"),
    "hmrc:PAYE": gettext_lazy("HM Revenue and Customs, from employers"),
    "hmrc:SA": gettext_lazy("HM Revenue and Customs, self-assessment"),
    "current": gettext_lazy("evidence of current income"),
    "estimate": gettext_lazy("an estimate"),
    "default": gettext_lazy("a default decision"),
    "": gettext_lazy("nobody"),
}
BENEFITS: Words = {
    "none": gettext_lazy("None"),
    "44(1)": gettext_lazy("A benefit listed in regulation 44(1)"),
    "44(2)": gettext_lazy("A benefit listed in regulation 44(2)"),
    "44(2)half": gettext_lazy("Regulation 44(2), and the partner pays maintenance too"),
}
NIL_REASONS: Words = {
    "": gettext_lazy("None"),
    "child": gettext_lazy("Is a child"),
    "prisoner": gettext_lazy("Is in prison"),
    "age16_17_benefit": gettext_lazy("Is 16 or 17 and on certain benefits"),
    "training": gettext_lazy("Gets a youth training allowance"),
    "care_home": gettext_lazy("Lives in a care home or hospital"),
}
DECISIONS: Words = {
    DecisionKind.INITIAL: gettext_lazy("First decision"),
    DecisionKind.FURTHER_APPLICATION: gettext_lazy("Decision on a further application"),
    DecisionKind.ANNUAL_REVIEW: gettext_lazy("Annual review"),
    DecisionKind.SUPERSESSION: gettext_lazy("Decision on a change"),
}
RATES: Words = {
    "nil": gettext_lazy("nil rate"),
    "flat": gettext_lazy("flat rate"),
    "flat_half": gettext_lazy("half the flat rate"),
    "reduced": gettext_lazy("reduced rate"),
    "basic": gettext_lazy("basic rate"),
    "basic_plus": gettext_lazy("basic rate, above the upper line"),
    "flat_plus_variation": gettext_lazy("flat rate with a variation"),
    "default": gettext_lazy("default decision"),
    "minimum": gettext_lazy("the minimum amount"),
}
LANGUAGES: Words = {
    "en": gettext_lazy("English"),
    "cy": gettext_lazy("Welsh"),
    "both": gettext_lazy("English and Welsh"),
}
FILES: Words = {
    FileState.PREPARED: gettext_lazy("Waiting to be released"),
    FileState.RELEASED: gettext_lazy("Released"),
    FileState.DISCARDED: gettext_lazy("Taken back"),
}
LIVES: Words = {
    Lives.IN_THE_UK: gettext_lazy("in the UK"),
    Lives.ABROAD: gettext_lazy("abroad"),
    Lives.NOT_KNOWN: gettext_lazy("not known"),
}
WORKS_ABROAD_FOR: Words = {
    WorksAbroadFor.CIVIL_SERVICE: gettext_lazy("the civil service"),
    WorksAbroadFor.DIPLOMATIC_SERVICE: gettext_lazy("the diplomatic service"),
    WorksAbroadFor.ARMED_FORCES: gettext_lazy("the armed forces"),
    WorksAbroadFor.UK_COMPANY: gettext_lazy("a company registered in the UK"),
    WorksAbroadFor.LOCAL_AUTHORITY: gettext_lazy("a local council"),
    WorksAbroadFor.NHS: gettext_lazy("the NHS"),
    WorksAbroadFor.NOBODY_OF_THESE: gettext_lazy("nobody whose work abroad counts"),
    WorksAbroadFor.NOT_KNOWN: gettext_lazy("somebody we do not know"),
}
DOUBTS: Words = {
    Why.CHILD_NOT_IN_EDUCATION: gettext_lazy("The applicant is not sure whether the child is in approved education."),
    Why.CHILD_LIVES_ABROAD: gettext_lazy("The applicant does not know where the children live."),
    Why.RECEIVING_PARENT_LIVES_ABROAD: gettext_lazy("The receiving parent’s home may be abroad."),
    Why.PAYING_PARENT_LIVES_ABROAD: gettext_lazy("The paying parent’s home may be abroad."),
    Why.COURT_ORDER_OLD: gettext_lazy("There is a court order from before April 2003. It may keep us out."),
    Why.COURT_ORDER_DATE_NOT_KNOWN: gettext_lazy(
        "There is a court order of a day that nobody knows. It may keep us out."
    ),
}
MISSING: Words = {
    "answer": gettext_lazy("The other parent has not answered, and the time to answer has not run out."),
    "service": gettext_lazy("Nobody has chosen how the money moves."),
    "notice": gettext_lazy("The notice to the paying parent has not gone out."),
    "income": gettext_lazy("The income is not known yet."),
    "children": gettext_lazy("No child is left to pay for."),
    "one_territory": gettext_lazy("The cases belong to Great Britain and Northern Ireland both; decide them apart."),
}
INCOME_ENDS: Words = {
    IncomeOutcome.NOT_FOUND: gettext_lazy("HM Revenue and Customs holds no income for the last six tax years."),
    IncomeOutcome.NOT_AVAILABLE: gettext_lazy("HM Revenue and Customs gave no answer that can be used."),
}


def value_of(name: str, value: Any) -> str:
    """The value of a fact, as staff read it."""
    if value is None:
        return _("Not settled")
    match name:
        case FactKind.NIGHTS:
            return ngettext("%(n)d night", "%(n)d nights", value) % {"n": value}
        case FactKind.PARENTAGE | FactKind.EQUAL_CARE | FactKind.EDUCATION:
            return _("Yes") if value else _("No")
        case FactKind.RESIDENCE | FactKind.COURT_ORDER if isinstance(value, bool):
            return _("The law lets us act") if value else _("The law does not let us act")
        case FactKind.RESIDENCE:
            return _homes(value)
        case FactKind.COURT_ORDER:
            return _("Made on %(day)s") % {"day": _day(value)} if value else _("Made on a day that nobody knows")
        case FactKind.BENEFIT:
            return str(BENEFITS[value])
        case FactKind.NIL_REASON:
            return str(NIL_REASONS[value])
        case FactKind.SERVICE:
            return str(SERVICES[value])
        case "income":
            return _("Not known") if value == "unknown" else _("£%(pounds)s a week") % {"pounds": _to_the_penny(value)}
        case _:
            return str(value)


def source_of(fact: SourcedFact) -> str:
    """Where an input of a decision came from, with its year or day."""
    words = str(SOURCES[fact.source])
    if fact.yearly_pence is not None:
        year = _("tax year %(year)s, %(amount)s") % {"year": fact.as_of, "amount": pounds(fact.yearly_pence)}
        return f"{words} ({year})"
    return f"{words} ({fact.as_of})" if fact.as_of else words


def reason_of(task: TaskRecord) -> str:
    """Why a task waits, in a sentence."""
    match task.kind:
        case TaskKind.DECIDE:
            return _("Everything that is needed is here.")
        case TaskKind.SETTLE_FACT if "why" in task.reason:
            return str(DOUBTS[Why(task.reason["why"])])
        case TaskKind.SETTLE_FACT if task.reason["fact"] == FactKind.EQUAL_CARE:
            return _("A parent says that both care for the child alike. If so, nothing is owed for the child.")
        case TaskKind.SETTLE_FACT:
            return _("The parents differ: %(fact)s.") % {"fact": FACTS[task.reason["fact"]]}
        case TaskKind.FIND_INCOME:
            return str(INCOME_ENDS[task.reason["outcome"]])
        case TaskKind.CHOOSE_SERVICE:
            return _("The parents want different things, or did not say.")
        case TaskKind.REVIEW:
            return _("Twelve months have passed. The review date is %(day)s.") % {"day": _day(task.reason["review_on"])}
        case TaskKind.MISSED_PAYMENT:
            told = {"amount": pounds(task.reason["short_pence"]), "day": _day(task.reason["due_on"])}
            return _("%(amount)s due on %(day)s has not come. The paying parent has been written to.") % told
        case TaskKind.NOT_ARRIVED:
            missing = task.reason["expected_pence"] - task.reason["arrived_pence"]
            told = {"amount": pounds(missing), "day": _day(task.reason["due_on"])}
            said = _("%(amount)s due on %(day)s did not reach the receiving parent.") % told
            return said + " " + str(WANTED[task.reason["wanted"]])
        case TaskKind.LETTER:
            return _("Look at what it would have said, and write by hand if it must go.")
        case TaskKind.SAFE_CONTACT if task.reason.get("why") == "same_address":
            return _("Not posted: both parents have this address. Find out where the letter may safely go.")
        case TaskKind.SAFE_CONTACT:
            return _("No e-mail went out. See what they told us about safe contact.")
        case TaskKind.BANK_DETAILS:
            return _("%(amount)s waits to be paid out.") % {"amount": pounds(task.reason["pence"])}
        case TaskKind.SUSPENSE:
            told = {"n": task.reason["entries"], "amount": pounds(abs(task.reason["pence"]))}
            return ngettext("%(n)d payment, %(amount)s in all.", "%(n)d payments, %(amount)s in all.", told["n"]) % told
        case TaskKind.RELEASE_PAYOUTS:
            told = {"n": task.reason["payouts"], "amount": pounds(task.reason["pence"])}
            return ngettext("%(n)d payout, %(amount)s.", "%(n)d payouts, %(amount)s.", told["n"]) % told
        case TaskKind.RETURNED_RECEIPT:
            told = {"amount": pounds(task.reason["pence"]), "day": _day(task.reason["returned_on"])}
            said = _("The bank took back %(amount)s on %(day)s.") % told
            if short := task.reason.get("short_pence"):
                return said + " " + _("%(amount)s of it was paid out already.") % {"amount": pounds(short)}
            return said
        case TaskKind.RETURNED_PAYOUT:
            told = {"amount": pounds(task.reason["pence"]), "day": _day(task.reason["returned_on"])}
            return _("%(amount)s came back from the receiving parent’s bank on %(day)s. Ask where to pay.") % told


def happened(entry: TimelineRecord) -> str:
    """One line of a case's timeline, as staff read it."""
    told = entry.details
    match entry.kind:
        case "applied":
            return _("%(side)s applied.") % {"side": SIDES[told["side"]]}
        case "notice_given":
            return _("Notice was given: maintenance is owed from %(day)s.") % {"day": _day(told["effective_from"])}
        case "answered":
            return _("%(side)s answered.") % {"side": SIDES[told["side"]]}
        case "no_answer":
            return _("The time to answer ran out.")
        case "fact_found":
            return _("A caseworker settled: %(fact)s.") % {"fact": FACTS[told["fact"]]}
        case "service_chosen":
            return _("How the money moves: %(service)s.") % {"service": SERVICES[told["service"]]}
        case "payment_not_arrived":
            return _("The receiving parent says that the Direct Pay payment of %(day)s did not arrive.") % {
                "day": _day(told["due_on"])
            }
        case "pay_day_chosen":
            return _("Pay day chosen: %(frequency)s.") % {"frequency": FREQUENCIES[told["frequency"]]}
        case "decided":
            amount, day = pounds(told["weekly"]), _day(told["effective_from"])
            return _("Decided: %(amount)s a week from %(day)s.") % {"amount": amount, "day": day}
        case "closed":
            return _("The case was closed.")
        case _:
            return entry.kind


def _homes(homes: dict[str, str]) -> str:
    """Where the children and both parents live, on one line."""
    said = _("Children: %(child)s. Receiving parent: %(receiving)s. Paying parent: %(paying)s.") % {
        "child": LIVES[homes["child"]],
        "receiving": LIVES[homes["receiving_parent"]],
        "paying": LIVES[homes["paying_parent"]],
    }
    works_for = homes["works_abroad_for"]
    return f"{said} " + _("Works abroad for %(whom)s.") % {"whom": WORKS_ABROAD_FOR[works_for]} if works_for else said


def _day(iso: str) -> str:
    return long_date(dt.date.fromisoformat(iso))


def _to_the_penny(value: str) -> str:
    return pounds(round(Fraction(value) * 100))[1:]
