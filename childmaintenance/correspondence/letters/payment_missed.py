"""Tells the paying parent that a payment has not reached us, before anybody else is told, and how to put it right.

It is worded so that somebody who has paid is not accused, and it never says how we know: we know from our own bank account.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from childmaintenance.correspondence.blocks import Block, callout, figure, heading, paragraph
from childmaintenance.correspondence.facts import Pence
from childmaintenance.correspondence.letters.paying_us import PayTo, ways_to_pay
from childmaintenance.correspondence.terms import Sending, UnusableFact
from childmaintenance.foundation.language import long_date, pounds


@dataclass(frozen=True, kw_only=True)
class Facts:
    due_on: dt.date
    due_pence: Pence
    """What was due on that day, with the fee."""
    paid_pence: Pence
    """What of it has reached us."""
    put_right_by: dt.date
    pay_to: PayTo


def title(facts: Facts) -> str:
    if facts.paid_pence:
        return _("Part of a payment has not reached us")
    return _("A payment has not reached us")


def blocks(facts: Facts, sending: Sending) -> list[Block]:
    missing = facts.due_pence - facts.paid_pence
    if missing <= 0:
        raise UnusableFact("paid_pence is not less than due_pence: nothing is missing")
    due, day = pounds(facts.due_pence), long_date(facts.due_on)
    if facts.paid_pence:
        what = _("%(due)s was due on %(day)s. We have had %(paid)s of it.") % {
            "due": due,
            "day": day,
            "paid": pounds(facts.paid_pence),
        }
    else:
        what = _("%(due)s was due on %(day)s. We cannot find it in our bank account.") % {"due": due, "day": day}
    return [
        paragraph(what),
        figure(_("Still to pay"), pounds(missing), _("by %(day)s") % {"day": long_date(facts.put_right_by)}),
        paragraph(_("If you have paid in the last 3 working days, thank you. You do not need to do anything.")),
        heading(_("How to put it right")),
        paragraph(_("Pay what is missing, or phone us so that we can arrange it with you.")),
        *ways_to_pay(facts.pay_to),
        heading(_("If something has changed")),
        paragraph(_("Tell us if you have lost your job, your income has changed, or you cannot afford the payment.")),
        callout(
            _("If we do not hear from you"),
            [
                _("After %(day)s we may collect the money another way, such as from your pay or your bank account.")
                % {"day": long_date(facts.put_right_by)},
                _("Some of these steps cost you a fee. We would rather arrange it with you."),
            ],
        ),
    ]
