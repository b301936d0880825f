"""Tells the receiving parent that the other parent has applied, as either may, and says as little about them."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from childmaintenance.correspondence.blocks import Block, bullets, callout, heading, paragraph
from childmaintenance.correspondence.letters.invitation import how_to_answer
from childmaintenance.correspondence.terms import Sending
from childmaintenance.correspondence.wording import together
from childmaintenance.foundation.language import long_date


@dataclass(frozen=True, kw_only=True)
class Facts:
    applicant: str
    """The name the other parent may know the applicant by."""
    children: tuple[str, ...]
    """First names."""
    answer_by: dt.date
    invitation_code: str = ""
    """The one-time code; left out for somebody who has an account already."""
    invitation_where: str = ""
    """The web address at which the code is typed in; goes with the code."""
    invitation_until: dt.date | None = None
    """The last day on which the code works; goes with the code."""


def title(facts: Facts) -> str:
    return _("The other parent has asked us to arrange child maintenance")


def blocks(facts: Facts, sending: Sending) -> list[Block]:
    return [
        paragraph(
            _(
                "%(applicant)s has asked us to work out child maintenance for %(children)s. The maintenance would be paid to you."
            )
            % {"applicant": facts.applicant, "children": together(facts.children)}
        ),
        callout(
            _("Answer by %(day)s") % {"day": long_date(facts.answer_by)},
            [
                _(
                    "If we do not hear from you, we go on with what we have been told. We cannot pay you until we know where to."
                )
            ],
        ),
        heading(_("What to do now")),
        *how_to_answer(facts.invitation_code, facts.invitation_where, facts.invitation_until),
        heading(_("What we will ask you")),
        bullets(
            [
                _("whether what we were told about the children is right"),
                _("how many nights the children stay with the other parent"),
                _("whether you feel safe, and how we may reach you"),
                _("which bank account we should pay into"),
            ]
        ),
        heading(_("What the other parent is told")),
        paragraph(
            _("We never tell the other parent where you live or work, and we will not tell you that about them.")
        ),
    ]
