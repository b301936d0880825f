"""Tells the paying parent that somebody has applied, and from which day maintenance may be owed.

It is the notice that fixes the effective date (SI 2012/2677 regs 11-12), and it carries the one-time code that opens an account.
It says the applicant's name and the children's first names, and nothing about where anybody is.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from childmaintenance.correspondence.blocks import Block, bullets, callout, heading, paragraph
from childmaintenance.correspondence.deadlines import taken_as_received
from childmaintenance.correspondence.letters.invitation import how_to_answer
from childmaintenance.correspondence.terms import Sending, UnusableFact
from childmaintenance.correspondence.wording import together
from childmaintenance.foundation.language import long_date


@dataclass(frozen=True, kw_only=True)
class Facts:
    applicant: str
    """The name the other parent may know the applicant by."""
    children: tuple[str, ...]
    """First names."""
    effective_from: dt.date
    """The day from which maintenance is owed if the application is accepted."""
    answer_by: dt.date
    invitation_code: str = ""
    """The one-time code; left out for somebody who has an account already."""
    invitation_where: str = ""
    """The web address at which the code is typed in; goes with the code."""
    invitation_until: dt.date | None = None
    """The last day on which the code works; goes with the code."""


def title(facts: Facts) -> str:
    return _("Somebody has applied for child maintenance from you")


def blocks(facts: Facts, sending: Sending) -> list[Block]:
    if facts.effective_from < taken_as_received(sending.on, sending.channel):
        raise UnusableFact("effective_from is before the notice reaches the paying parent (SI 2012/2677 reg 12)")
    children = together(facts.children)
    return [
        paragraph(
            _(
                "%(applicant)s has applied to us for child maintenance for %(children)s, and has told us that you are a parent."
            )
            % {"applicant": facts.applicant, "children": children}
        ),
        paragraph(
            _(
                "Child maintenance is money towards the everyday costs of a child. We work the amount out by rules set in law."
            )
        ),
        callout(
            _("Answer by %(day)s") % {"day": long_date(facts.answer_by)},
            [
                _("If we do not hear from you, we use what we were told, and your income from HM Revenue and Customs."),
                _("If maintenance is due, it is due from %(day)s, even if we work it out later.")
                % {"day": long_date(facts.effective_from)},
            ],
        ),
        heading(_("What to do now")),
        *how_to_answer(facts.invitation_code, facts.invitation_where, facts.invitation_until),
        heading(_("What we will ask you")),
        bullets(
            [
                _("whether you are a parent of each child"),
                _("how many nights the children stay with you"),
                _("whether other children live with you, or you pay for others another way"),
                _("whether you get a benefit"),
                _("how and when you would like to pay"),
            ]
        ),
        heading(_("What we were told about you")),
        paragraph(
            _(
                "We were told your name, and what is needed to find you and your income. You can check it and put it right."
            )
        ),
        paragraph(
            _("We never tell the other parent where you live or work, and we will not tell you that about them.")
        ),
        heading(_("If you are not a parent of the children")),
        paragraph(_("Say so in your answer. We will tell you what happens next, and what a test can show.")),
    ]
