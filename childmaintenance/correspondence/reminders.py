"""Reminders of an arrangement that somebody made for themselves: of its review, and of its payments if they like.

The first e-mail only asks whether they want them; without a yes the address is forgotten in two days. Each further one has a
link that ends them. When the review has come, the address is forgotten.
"""

import calendar
import datetime as dt
import hmac
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from childmaintenance.correspondence.copies import NOBODY_ANSWERS, is_too_often
from childmaintenance.correspondence.models import Reminder
from childmaintenance.correspondence.terms import Every
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import new_reference
from childmaintenance.foundation.language import in_language, long_date
from childmaintenance.foundation.outbox import announce

BEFORE_A_PAYMENT = dt.timedelta(days=2)
BEFORE_THE_REVIEW = dt.timedelta(days=14)
TO_SAY_YES = dt.timedelta(days=2)
WEEKS = {Every.WEEK: 1, Every.FORTNIGHT: 2, Every.FOUR_WEEKS: 4}
MONTHS_IN_A_YEAR = 12


@transaction.atomic
def ask_for_reminders(
    *, to: str, language: str, review_on: dt.date, pay_from: dt.date | None, every: Every | None, by: Actor
) -> None:
    """Have somebody asked, at an address they gave, whether they want reminders. Over a limit nothing is sent or said."""
    if is_too_often(to, by):
        return
    asked = Reminder.objects.create(
        reference=new_reference("N", groups=4),
        to=to,
        language=language,
        review_on=review_on,
        pay_from=pay_from if every else None,
        every=every if pay_from and every else "",
        asked_at=clock.now(),
        told_upto=clock.today(),
    )
    announce("RemindersAsked", reminder=asked.reference)


@transaction.atomic
def ask_whether_they_want_them(reference: str) -> None:
    """The first e-mail, with the link that begins the reminders. Nothing where they have been stopped already."""
    row = Reminder.objects.select_for_update().filter(reference=reference, confirmed_at=None).first()
    if row is not None:
        with in_language(row.language):
            _message(
                row,
                _("Do you want these reminders?"),
                _("Somebody typed this address and asked for reminders. To get them, open this page and say yes:"),
                _("If it was not you, do nothing. We forget your address in two days."),
            ).send()


def is_theirs(reference: str, token: str) -> bool:
    """Whether a link is one that we sent, and the reminders are still there."""
    return hmac.compare_digest(token_of(reference), token) and Reminder.objects.filter(reference=reference).exists()


@transaction.atomic
def begin_reminders(reference: str) -> dt.date | None:
    """They said yes. Nothing is sent for days before this one. Returns the last day of it; None where it has begun or ended."""
    row = Reminder.objects.select_for_update().filter(reference=reference, confirmed_at=None).first()
    if row is None:
        return None
    row.confirmed_at, row.told_upto = clock.now(), clock.today()
    row.save(update_fields=["confirmed_at", "told_upto"])
    return row.review_on


@transaction.atomic
def stop_reminders(reference: str) -> None:
    """They said stop: nothing of it is kept."""
    Reminder.objects.filter(reference=reference).delete()


def send_reminders(on: dt.date) -> None:
    """Send what a day asks for, once, and forget whoever's review has come. Run late, it sends one e-mail for what was missed."""
    Reminder.objects.filter(confirmed_at=None, asked_at__lte=clock.now() - TO_SAY_YES).delete()
    for reference in Reminder.objects.filter(confirmed_at__isnull=False, told_upto__lt=on).values_list(
        "reference", flat=True
    ):
        _send(reference, on)
    Reminder.objects.filter(review_on__lte=on).delete()


@transaction.atomic
def _send(reference: str, on: dt.date) -> None:
    row = Reminder.objects.select_for_update().filter(reference=reference, told_upto__lt=on).first()
    if row is None:
        return
    due = [words for day, words in _reminders(row) if row.told_upto < day <= on]
    row.told_upto = on
    row.save(update_fields=["told_upto"])
    if due:
        with in_language(row.language):
            _message(
                row,
                _("A reminder that you asked for"),
                "\n".join(say() for say in due[-2:]),
                _("To end these reminders, open this page:"),
            ).send()


def _reminders(row: Reminder) -> Iterator[tuple[dt.date, Any]]:
    """The days on which something is to be said, with what: written only when it is, in the reader's language."""
    if row.pay_from:
        for pay_day in payment_days(row.pay_from, Every(row.every), row.review_on):
            yield (
                pay_day - BEFORE_A_PAYMENT,
                lambda day=pay_day: _("A payment is due on %(day)s.") % {"day": long_date(day)},
            )
    yield (
        row.review_on - BEFORE_THE_REVIEW,
        lambda: _("You wanted to look at your arrangement again on %(day)s.") % {"day": long_date(row.review_on)},
    )


def payment_days(first: dt.date, every: Every, until: dt.date) -> Iterator[dt.date]:
    """Every payment from the first up to a day; a day that a month does not have is its last."""
    place, day = 0, first
    while day <= until:
        yield day
        place += 1
        if every in WEEKS:
            day = first + place * dt.timedelta(weeks=WEEKS[every])
        else:
            years, month = divmod(first.month - 1 + place, MONTHS_IN_A_YEAR)
            year = first.year + years
            day = dt.date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1]))


def token_of(reference: str) -> str:
    """What makes a link unguessable; made again from the reference, so that it is kept nowhere."""
    return salted_hmac("correspondence.reminders", reference, algorithm="sha256").hexdigest()[:32]


def _message(row: Reminder, subject: str, first: str, last: str) -> EmailMessage:
    link = settings.SITE_ADDRESS + reverse(
        "arrangement:reminders", kwargs={"reference": row.reference, "token": token_of(row.reference)}
    )
    between = [first, link, last] if row.confirmed_at is None else [first, last, link]
    return EmailMessage(
        subject=subject,
        body="\n\n".join(between) + "\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[row.to],
        headers=NOBODY_ANSWERS,
    )
