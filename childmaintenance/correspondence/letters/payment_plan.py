"""The plan of payments through the service: to the paying parent what to pay and how, to the receiving parent what to expect.

The schedule and its notice: SI 1992/1989 regs 4-7; the fees: SI 2014/612 reg 7. Where parents pay each other directly there is a
plan too, without fees and without anybody's bank details.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from childmaintenance.correspondence.blocks import Block, amounts, callout, figure, heading, paragraph, table, words
from childmaintenance.correspondence.facts import Pence
from childmaintenance.correspondence.letters.paying_us import PayTo, ways_to_pay
from childmaintenance.correspondence.terms import MissingFact, Sending
from childmaintenance.correspondence.wording import Frequency, Reader, Service, together
from childmaintenance.foundation.language import long_date, pounds


@dataclass(frozen=True, kw_only=True)
class Instalment:
    due_on: dt.date
    maintenance_pence: Pence
    """Before any fee."""
    fee_pence: Pence
    """Added for the paying parent, taken off for the receiving parent; nought where parents pay each other directly."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    reader: Reader
    service: Service
    other_parent: str
    children: tuple[str, ...]
    weekly_pence: Pence
    frequency: Frequency
    starts_on: dt.date
    ends_on: dt.date
    instalments: tuple[Instalment, ...]
    fee_percent: int | None = None
    """What the fee is of each payment, for this reader; needed where payments go through us."""
    pay_to: PayTo | None = None
    """Where the paying parent pays; needed where payments go through us."""
    days_to_pass_on: int | None = None
    """How many days after the due day the receiving parent can expect the money; needed where payments go through us."""


def title(facts: Facts) -> str:
    return _("Your payment plan")


def blocks(facts: Facts, sending: Sending) -> list[Block]:
    through_us = facts.service == Service.COLLECT_AND_PAY
    say = _paying if facts.reader == Reader.PAYING else _receiving
    return [
        paragraph(
            _("This plan is for %(children)s, from %(starts)s to %(ends)s. The maintenance is %(weekly)s a week.")
            % {
                "children": together(facts.children),
                "starts": long_date(facts.starts_on),
                "ends": long_date(facts.ends_on),
                "weekly": pounds(facts.weekly_pence),
            }
        ),
        *say(facts, through_us),
        heading(_("If the plan does not suit you")),
        paragraph(
            _("Tell us. We can often change the day or how often payments are made, but not the amount for the year.")
        ),
        paragraph(_("You cannot appeal against a plan. You can complain if we handle your payments badly.")),
    ]


def _paying(facts: Facts, through_us: bool) -> list[Block]:
    first = facts.instalments[0]
    how_often = facts.frequency.in_words
    said = [
        figure(
            _("You pay %(how_often)s") % {"how_often": how_often},
            pounds(first.maintenance_pence + first.fee_pence),
            _("The first payment is due on %(day)s.") % {"day": long_date(first.due_on)},
        )
    ]
    if not through_us:
        return [
            *said,
            paragraph(
                _("Pay %(other_parent)s directly. There is no fee. Your account shows which bank account to pay into.")
                % {"other_parent": facts.other_parent}
            ),
            heading(_("Your payments")),
            _dates(facts, pgettext("letter", "You pay")),
        ]
    if facts.pay_to is None:
        raise MissingFact("pay_to was not given")
    said += [
        paragraph(
            _("%(maintenance)s of it is maintenance for your children. %(fee)s is our collection fee of %(percent)s%%.")
            % {
                "maintenance": pounds(first.maintenance_pence),
                "fee": pounds(first.fee_pence),
                "percent": _percent(facts),
            }
        ),
        *ways_to_pay(facts.pay_to),
        heading(_("Your payments")),
        _dates_with_fee(facts, pgettext("letter", "Our fee"), pgettext("letter", "You pay"), sign=1),
        callout(
            _("If you cannot make a payment"),
            [
                _(
                    "Tell us before the day it is due. We can look at it with you, and it stops small problems from growing."
                )
            ],
        ),
    ]
    return said


def _receiving(facts: Facts, through_us: bool) -> list[Block]:
    first = facts.instalments[0]
    how_often = facts.frequency.in_words
    said = [
        figure(
            _("You get %(how_often)s") % {"how_often": how_often},
            pounds(first.maintenance_pence - first.fee_pence),
            _("The first payment is due on %(day)s.") % {"day": long_date(first.due_on)},
        )
    ]
    if not through_us:
        return [
            *said,
            paragraph(
                _("%(other_parent)s pays you directly. There is no fee. Tell us if a payment is late or missing.")
                % {"other_parent": facts.other_parent}
            ),
            heading(_("Your payments")),
            _dates(facts, pgettext("letter", "You get")),
        ]
    if facts.days_to_pass_on is None:
        raise MissingFact("days_to_pass_on was not given")
    said += [
        paragraph(
            _(
                "We collect %(maintenance)s and keep %(fee)s, our fee of %(percent)s%%. We send the rest to your bank account."
            )
            % {
                "maintenance": pounds(first.maintenance_pence),
                "fee": pounds(first.fee_pence),
                "percent": _percent(facts),
            }
        ),
        paragraph(
            _(
                "The money reaches you within %(days)s days of the day we get it. We can only send you what has been paid."
            )
            % {"days": facts.days_to_pass_on}
        ),
        paragraph(_("You do not need to tell us if a payment is missing. We see it, and ask the paying parent first.")),
        heading(_("Your payments")),
        _dates_with_fee(facts, pgettext("letter", "Our fee"), pgettext("letter", "You get"), sign=-1),
    ]
    return said


def _percent(facts: Facts) -> int:
    if facts.fee_percent is None:
        raise MissingFact("fee_percent was not given")
    return facts.fee_percent


def _dates(facts: Facts, amount: str) -> Block:
    total = sum(one.maintenance_pence for one in facts.instalments)
    return table(
        [words(pgettext("letter", "Due on")), amounts(amount)],
        [
            *((long_date(one.due_on), pounds(one.maintenance_pence)) for one in facts.instalments),
            (pgettext("letter", "Total"), pounds(total)),
        ],
        caption=_("Dates and amounts"),
        total=True,
    )


def _dates_with_fee(facts: Facts, fee: str, result: str, *, sign: int) -> Block:
    """Every instalment, its fee, and the result; `sign` is 1 where the fee is added and -1 where it is taken off."""
    rows = [
        (one.maintenance_pence, one.fee_pence, one.maintenance_pence + sign * one.fee_pence)
        for one in facts.instalments
    ]
    totals = [sum(column) for column in zip(*rows, strict=True)]
    dates = [long_date(one.due_on) for one in facts.instalments]
    return table(
        [
            words(pgettext("letter", "Due on")),
            amounts(pgettext("letter", "Maintenance")),
            amounts(fee),
            amounts(result),
        ],
        [
            *((day, *(pounds(pence) for pence in row)) for day, row in zip(dates, rows, strict=True)),
            (pgettext("letter", "Total"), *(pounds(pence) for pence in totals)),
        ],
        caption=_("Dates and amounts"),
        total=True,
    )
