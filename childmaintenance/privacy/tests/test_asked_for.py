"""What visitors ask us to keep or send is noted with it, and taking it back is noted too; nothing in the note leads to them."""

import datetime as dt

import pytest
from django.apps import apps

from childmaintenance.cases import first_steps
from childmaintenance.cases.first_steps import FirstStepTold
from childmaintenance.correspondence.copies import TO_ONE_ADDRESS
from childmaintenance.correspondence.reminders import ask_for_reminders
from childmaintenance.correspondence.terms import CopyKind
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor, ActorKind
from childmaintenance.privacy import asked_for, consents
from childmaintenance.privacy.models import Consent
from childmaintenance.privacy.terms import Method, Purpose, Said

Reminder = apps.get_model("correspondence", "Reminder")
pytestmark = pytest.mark.django_db
VISITOR = Actor(ActorKind.VISITOR, "V-0000-0000-0000-0000-0")


def noted() -> list[tuple[str, str, str]]:
    return list(Consent.objects.order_by("id").values_list("purpose", "said", "method"))


def test_a_first_step_is_kept_because_somebody_asked_and_forgotten_when_they_say_so():
    reference = asked_for.keep_first_step(told=FirstStepTold())
    who = consents.token_of(reference)
    assert first_steps.kept_until(reference) and consents.stands(purpose=Purpose.FIRST_STEP, who=who)
    asked_for.forget_first_step(reference=reference)
    assert not first_steps.kept_until(reference)
    assert [line.said for line in consents.lines_of(who)] == [Said.YES, Said.WITHDRAWN]
    assert reference not in "".join(Consent.objects.values_list("who", flat=True))


def test_a_copy_over_the_limit_is_not_noted():
    for _each in range(TO_ONE_ADDRESS + 2):
        asked_for.send_copy(to="ann@example.org", kind=CopyKind.RESULT, language="en", pdf=b"%PDF-1.7", by=VISITOR)
    assert noted() == [(Purpose.COPIES, Said.YES, Method.PAGE)] * TO_ONE_ADDRESS
    tokens = set(Consent.objects.values_list("who", flat=True))
    assert len(tokens) == TO_ONE_ADDRESS, "nothing says that one address asked for all of them"


def reminder():
    review = clock.today() + dt.timedelta(days=200)
    ask_for_reminders(to="ann@example.org", language="en", review_on=review, pay_from=None, every=None, by=VISITOR)
    return Reminder.objects.get()


def test_reminders_are_noted_at_the_yes_and_not_before_and_end_with_the_stop():
    asked = reminder()
    assert noted() == []
    for _twice in range(2):
        asked_for.begin_reminders(reference=asked.reference)
    [line] = consents.lines_of(consents.token_of(asked.reference))
    assert line.forgotten_on == asked.review_on + dt.timedelta(days=365)
    asked_for.stop_reminders(reference=asked.reference)
    assert not Reminder.objects.exists()
    assert noted() == [
        (Purpose.REMINDERS, Said.YES, Method.EMAIL_LINK),
        (Purpose.REMINDERS, Said.WITHDRAWN, Method.EMAIL_LINK),
    ]


def test_a_stop_before_any_yes_leaves_no_note():
    asked_for.stop_reminders(reference=reminder().reference)
    assert noted() == [] and not Reminder.objects.exists()
