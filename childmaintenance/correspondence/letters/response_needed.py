"""Reminds somebody that we wait for an answer, by when, and what happens without one."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from childmaintenance.correspondence.blocks import Block, callout, heading, paragraph
from childmaintenance.correspondence.terms import Sending
from childmaintenance.foundation.language import long_date


class Question(StrEnum):
    """What we wait for."""

    APPLICATION = "application"
    INCOME = "income"
    BANK_ACCOUNT = "bank_account"
    SERVICE = "service"
    PAY_DAY = "pay_day"


@dataclass(frozen=True, kw_only=True)
class Facts:
    question: Question
    asked_on: dt.date
    answer_by: dt.date


def title(facts: Facts) -> str:
    return _("We need your answer by %(day)s") % {"day": long_date(facts.answer_by)}


def blocks(facts: Facts, sending: Sending) -> list[Block]:
    what, otherwise = _what_and_otherwise(facts.question)
    return [
        paragraph(
            _("We wrote to you on %(day)s and have not had your answer yet.") % {"day": long_date(facts.asked_on)}
        ),
        callout(_("What we need"), [what, otherwise]),
        heading(_("How to answer")),
        paragraph(_("Sign in to your account. It takes a few minutes, and you can stop and come back.")),
        paragraph(
            _(
                "If you cannot answer by then, phone us and tell us why. If you have just answered, thank you: do nothing."
            )
        ),
    ]


def _what_and_otherwise(question: Question) -> tuple[str, str]:
    return {
        Question.APPLICATION: (
            _("Tell us whether what we were told about you and the children is right."),
            _("Without your answer we use what we were told, and the income HM Revenue and Customs has for you."),
        ),
        Question.INCOME: (
            _("Send us something that shows your income now, such as payslips for the last two months."),
            _("Without it we use the latest income we can find, or an amount the law sets when there is none."),
        ),
        Question.BANK_ACCOUNT: (
            _("Tell us which bank account we should pay into."),
            _("We hold any money for you until we know. It is safe, but we cannot send it."),
        ),
        Question.SERVICE: (
            _("Choose whether the payments go straight from one parent to the other, or through us."),
            _("Without your answer we choose what fits what we were told."),
        ),
        Question.PAY_DAY: (
            _("Choose how often you pay and on which day."),
            _("Without your answer we choose for you."),
        ),
    }[question]
