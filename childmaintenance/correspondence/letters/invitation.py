"""How somebody without an account answers a first letter: where to go, and the code that only they have."""

import datetime as dt

from django.utils.translation import gettext as _

from childmaintenance.correspondence.blocks import Block, figure, paragraph, steps
from childmaintenance.correspondence.terms import UnusableFact
from childmaintenance.foundation.language import long_date


def how_to_answer(code: str, where: str, until: dt.date | None) -> list[Block]:
    """The steps with the code in them; without a code, for somebody who has an account, one sentence."""
    if not code:
        return [paragraph(_("Sign in to your account. The questions are waiting for you there."))]
    if not where or until is None:
        raise UnusableFact("invitation_code needs invitation_where and invitation_until")
    return [
        steps(
            [
                _("Go to %(where)s") % {"where": where},
                _("Make an account with your e-mail address and a password."),
                _("Type in this code. It works once, and only for you."),
            ]
        ),
        figure(
            _("Your code"),
            code,
            _("It works until %(day)s. Do not give it to anybody else.") % {"day": long_date(until)},
            secret=True,
        ),
        paragraph(_("If you cannot use a computer, phone us. We can go through the questions with you.")),
    ]
