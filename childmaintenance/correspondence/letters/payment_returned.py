"""Tells a parent that a bank sent a payment back: one of the paying parent's, or one of ours to the receiving parent."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from childmaintenance.correspondence.blocks import Block, callout, figure, heading, paragraph
from childmaintenance.correspondence.facts import Pence
from childmaintenance.correspondence.letters.paying_us import PayTo, ways_to_pay
from childmaintenance.correspondence.terms import MissingFact, Sending
from childmaintenance.correspondence.wording import Reader
from childmaintenance.foundation.language import long_date, pounds


@dataclass(frozen=True, kw_only=True)
class Facts:
    reader: Reader
    pence: Pence
    paid_on: dt.date
    returned_on: dt.date
    pay_to: PayTo | None = None
    """Needed for the paying parent, who is asked to pay again."""


def title(facts: Facts) -> str:
    if facts.reader == Reader.PAYING:
        return _("Your bank sent a payment back")
    return _("Your bank sent our payment back")


def blocks(facts: Facts, sending: Sending) -> list[Block]:
    days = {"paid": long_date(facts.paid_on), "returned": long_date(facts.returned_on)}
    if facts.reader == Reader.PAYING:
        if facts.pay_to is None:
            raise MissingFact("pay_to was not given")
        return [
            paragraph(
                _(
                    "We had a payment from you on %(paid)s. The bank took it back on %(returned)s, so it no longer counts."
                )
                % days
            ),
            figure(_("Sent back"), pounds(facts.pence)),
            heading(_("What to do now")),
            paragraph(_("Ask your bank why. Often there was not enough in the account, or a payment was stopped.")),
            paragraph(_("Then pay the amount again. If you cannot, phone us so that we can arrange it with you.")),
            *ways_to_pay(facts.pay_to),
        ]
    return [
        paragraph(_("We sent you a payment on %(paid)s. The bank sent it back to us on %(returned)s.") % days),
        figure(_("Waiting for you"), pounds(facts.pence), _("The money is safe, and it is yours.")),
        heading(_("What to do now")),
        paragraph(
            _("Sign in and check the bank account we pay into. The account may be closed, or a number may be wrong.")
        ),
        callout(
            _("When you have put it right"),
            [
                _("We send the money again with the next payments."),
                _("We never ask for bank details in an e-mail or a text message."),
            ],
        ),
    ]
