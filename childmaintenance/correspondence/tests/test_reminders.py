"""Reminders: none before a yes, one e-mail a day at most, none after a stop or the review, and no address left behind."""

import datetime as dt

import pytest

from childmaintenance.correspondence.models import Reminder
from childmaintenance.correspondence.reminders import (
    ask_for_reminders,
    begin_reminders,
    is_theirs,
    payment_days,
    send_reminders,
    stop_reminders,
    token_of,
)
from childmaintenance.correspondence.terms import Every
from childmaintenance.foundation import clock, outbox
from childmaintenance.foundation.actor import Actor, ActorKind

pytestmark = pytest.mark.django_db
BEGIN, REVIEW = dt.date(2026, 11, 2), dt.date(2027, 2, 15)


def asked(language: str = "en", *, every: Every | None = Every.MONTH, yes: bool = True) -> str:
    with clock.travel(BEGIN):
        ask_for_reminders(
            to="ann@example.org",
            language=language,
            review_on=REVIEW,
            pay_from=dt.date(2026, 11, 30) if every else None,
            every=every,
            by=Actor(ActorKind.VISITOR, "V-1"),
        )
        outbox.run_until_empty()
        reference = Reminder.objects.get().reference
        if yes:
            begin_reminders(reference)
    return reference


def live_until(last: dt.date) -> None:
    day = BEGIN
    while day <= last:
        with clock.travel(day):
            send_reminders(day)
        day += dt.timedelta(days=1)


def test_every_payment_and_the_review_is_told_of_once(mailoutbox):
    asked()
    live_until(REVIEW)
    said = [mail.body.split("\n")[0] for mail in mailoutbox[1:]]
    assert said == [
        "A payment is due on 30 November 2026.",
        "A payment is due on 30 December 2026.",
        "A payment is due on 30 January 2027.",
        "You wanted to look at your arrangement again on 15 February 2027.",
    ]
    assert all(mail.subject == "A reminder that you asked for" for mail in mailoutbox[1:])
    assert not Reminder.objects.exists()


def test_without_a_yes_there_is_one_e_mail_and_the_address_is_gone_in_two_days(mailoutbox):
    asked(yes=False)
    live_until(BEGIN + dt.timedelta(days=3))
    assert [mail.subject for mail in mailoutbox] == ["Do you want these reminders?"]
    assert not Reminder.objects.exists()


def test_after_a_stop_there_is_nothing(mailoutbox):
    stop_reminders(asked())
    live_until(REVIEW)
    assert len(mailoutbox) == 1
    assert not Reminder.objects.exists()


def test_run_late_it_is_one_e_mail_for_what_was_missed(mailoutbox):
    asked(every=Every.WEEK)
    with clock.travel(dt.date(2027, 1, 5)):
        send_reminders(dt.date(2027, 1, 5))
        send_reminders(dt.date(2027, 1, 5))
    assert len(mailoutbox) == 2


def test_only_the_review_where_that_was_asked_and_in_their_language(mailoutbox):
    asked("cy", every=None)
    live_until(REVIEW)
    [_first, mail] = mailoutbox
    assert "Roeddech am edrych ar eich trefniant eto ar 15 Chwefror 2027." in mail.body


def test_a_link_is_nobodys_to_guess(mailoutbox):
    reference = asked()
    assert is_theirs(reference, token_of(reference))
    assert not is_theirs(reference, token_of("N-OTHER"))
    assert not is_theirs(reference, "")
    assert token_of(reference) in mailoutbox[0].body


def test_payment_days_keep_their_day_where_a_month_has_it():
    days = list(payment_days(dt.date(2027, 1, 31), Every.MONTH, dt.date(2027, 5, 1)))
    assert [str(day) for day in days] == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]
    assert [day.day for day in payment_days(dt.date(2027, 1, 4), Every.FORTNIGHT, dt.date(2027, 2, 10))] == [4, 18, 1]
