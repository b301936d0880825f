"""Tells a parent that the amount is about to be worked out again for the next year, and until when to tell us anything new.

The review date is twelve months after the first effective date and each anniversary (SI 2012/2677 regs 19-20).
"""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from childmaintenance.correspondence.blocks import Block, bullets, callout, figure, heading, paragraph
from childmaintenance.correspondence.facts import Pence
from childmaintenance.correspondence.terms import Sending
from childmaintenance.correspondence.wording import Reader, together
from childmaintenance.foundation.language import long_date, pounds


@dataclass(frozen=True, kw_only=True)
class Facts:
    reader: Reader
    children: tuple[str, ...]
    weekly_pence: Pence
    """What is paid until the review."""
    review_on: dt.date
    tell_by: dt.date


def title(facts: Facts) -> str:
    return _("We are about to work out your child maintenance again")


def blocks(facts: Facts, sending: Sending) -> list[Block]:
    paying = facts.reader == Reader.PAYING
    income = (
        _("We ask HM Revenue and Customs for your income in the latest tax year it has. The new amount rests on that.")
        if paying
        else _("We ask HM Revenue and Customs for the other parent’s income in the latest tax year it has.")
    )
    changes = (
        [
            _("your income now is higher or lower by at least 25%, compared with that tax year"),
            _("you get a benefit, or have stopped getting one"),
            _("other children live with you, or no longer do"),
        ]
        if paying
        else [
            _("a child has left home, school or college"),
            _("your Child Benefit for a child has stopped"),
        ]
    )
    return [
        paragraph(
            _("We work out child maintenance for %(children)s again every year, even if nothing has changed.")
            % {"children": together(facts.children)}
        ),
        figure(
            _("You pay now") if paying else _("You get now"),
            _("%(amount)s a week") % {"amount": pounds(facts.weekly_pence)},
            _("A new amount starts on %(day)s.") % {"day": long_date(facts.review_on)},
        ),
        heading(_("What we do")),
        paragraph(income),
        paragraph(_("Then we write to both parents with the new amount and how we worked it out.")),
        callout(
            _("Tell us by %(day)s if something has changed") % {"day": long_date(facts.tell_by)},
            [_("If we know before we work it out, the first amount is the right one.")],
        ),
        paragraph(_("Tell us if:")),
        bullets([*changes, _("the nights the children stay with each parent have changed")]),
        paragraph(_("If nothing has changed, you do not need to do anything. Go on as before until we write.")),
    ]
