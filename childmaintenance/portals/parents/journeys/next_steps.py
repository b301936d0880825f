"""What happens after something was sent, and by when: so that nobody waits without knowing for what."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from childmaintenance.cases.limits import ANSWER_DAYS, TASK_DAYS
from childmaintenance.foundation.clock import LONDON
from childmaintenance.foundation.language import long_date


def after_applying(submitted_at: dt.datetime) -> list[dict[str, Any]]:
    """The way from an application to the first payment."""
    applied = submitted_at.astimezone(LONDON).date()
    answered = applied + ANSWER_DAYS
    return [
        {
            "when": long_date(applied),
            "what": _("You applied"),
            "more": _("We have sent you a letter that says what you told us. It is in your account too."),
            "state": "done",
        },
        {
            "when": _("In the next few days"),
            "what": _("We write to the other parent"),
            "more": _("We tell them your name, the children’s names and the nights you gave. Nothing else."),
            "state": "now",
        },
        {
            "when": _("By about %(day)s") % {"day": long_date(answered)},
            "what": _("The other parent answers"),
            "more": _("If they do not, we go on without their answer. You do not have to do anything."),
        },
        _decision(answered),
        _first_payment(),
    ]


def after_answering(submitted_at: dt.datetime) -> list[dict[str, Any]]:
    """The way from an answer to the first payment."""
    answered = submitted_at.astimezone(LONDON).date()
    return [
        {"when": long_date(answered), "what": _("You answered"), "state": "done"},
        {
            "when": _("In the next few days"),
            "what": _("We look at what you both said"),
            "more": _(
                "Where you differ, a caseworker may ask you for more. We do not ask you to agree it with each other."
            ),
            "state": "now",
        },
        _decision(answered),
        _first_payment(),
    ]


def _decision(ready: dt.date) -> dict[str, Any]:
    day = ready + dt.timedelta(days=TASK_DAYS["decide"])
    return {
        "when": _("By about %(day)s") % {"day": long_date(day)},
        "what": _("We decide the amount"),
        "more": _(
            "We ask HM Revenue and Customs about the paying parent’s income. Then you both get a letter that shows how we "
            "worked the amount out, and what to do if it is wrong."
        ),
    }


def _first_payment() -> dict[str, Any]:
    return {
        "when": _("After the decision"),
        "what": _("The first payment"),
        "more": _("The letter says how much, from which day, and when."),
    }
