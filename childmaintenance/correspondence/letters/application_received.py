"""Acknowledges an application to the parent who made it, and says what the other parent will and will not be told."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from childmaintenance.correspondence.blocks import Block, bullets, figure, heading, paragraph, steps
from childmaintenance.correspondence.terms import Sending
from childmaintenance.correspondence.wording import Reader, together
from childmaintenance.foundation.language import long_date


@dataclass(frozen=True, kw_only=True)
class Facts:
    reader: Reader
    """Which parent the applicant is."""
    other_parent: str
    """The name the applicant gave."""
    children: tuple[str, ...]
    """First names."""
    received_on: dt.date
    answer_by: dt.date
    """Until when the other parent may answer."""


def title(facts: Facts) -> str:
    return _("We have your application for child maintenance")


def blocks(facts: Facts, sending: Sending) -> list[Block]:
    return [
        paragraph(
            _("You applied on %(day)s for child maintenance for %(children)s. The other parent is %(other_parent)s.")
            % {
                "day": long_date(facts.received_on),
                "children": together(facts.children),
                "other_parent": facts.other_parent,
            }
        ),
        figure(_("Your case number"), sending.case, _("Give it when you write or phone.")),
        heading(_("What happens next")),
        steps(
            [
                _("We write to the other parent. They have until %(day)s to answer.")
                % {"day": long_date(facts.answer_by)},
                _("We ask HM Revenue and Customs for the paying parent’s income."),
                _("We work out the amount, and write to you both with how we did it."),
                _("You choose how the payments are made, if you have not done so yet."),
            ]
        ),
        paragraph(_("The first payment is usually made within 12 weeks of an application.")),
        heading(_("What the other parent is told")),
        bullets(
            [
                _("we tell them your name and the children’s first names"),
                _("we do not tell them where you live or work, your phone number or your e-mail address"),
                _("anything you told us about your safety stays with us"),
            ]
        ),
        *_meanwhile(facts.reader),
    ]


def _meanwhile(reader: Reader) -> list[Block]:
    if reader == Reader.PAYING:
        return [
            heading(_("Until we write again")),
            paragraph(
                _(
                    "You may choose to pay something now. Keep a record: payments after you applied may be counted later."
                )
            ),
        ]
    return [
        heading(_("Until we write again")),
        paragraph(_("You do not need to do anything. You do not need to speak to the other parent about this.")),
    ]
