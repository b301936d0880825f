"""A copy by e-mail: few a day, our words, and nothing kept."""

import pytest

from childmaintenance.correspondence.copies import BY_ONE_VISITOR, TO_ONE_ADDRESS, deliver_copy, send_copy
from childmaintenance.correspondence.models import CopyToSend
from childmaintenance.correspondence.terms import CopyKind
from childmaintenance.foundation import outbox
from childmaintenance.foundation.actor import Actor, ActorKind

pytestmark = pytest.mark.django_db


def visitor(name: str) -> Actor:
    return Actor(ActorKind.VISITOR, f"V-{name}")


def ask(to: str, by: str, language: str = "en") -> None:
    send_copy(to=to, kind=CopyKind.RESULT, language=language, pdf=b"%PDF-1.7 paper", by=visitor(by))


def test_it_is_sent_after_the_commit_and_then_forgotten(mailoutbox):
    ask("ann@example.org", "1", "cy")
    assert not mailoutbox
    outbox.run_until_empty()
    [mail] = mailoutbox
    assert mail.subject == "Y papur y gofynnoch amdano"
    assert mail.extra_headers["Auto-Submitted"] == "auto-generated"
    assert not CopyToSend.objects.exists()


def test_an_address_gets_three_a_day_whoever_asks(mailoutbox):
    for place in range(10):
        ask(" Ann@example.org" if place % 2 else "ann@EXAMPLE.org", str(place))
    outbox.run_until_empty()
    assert len(mailoutbox) == TO_ONE_ADDRESS


def test_a_visitor_sends_five_an_hour_to_whomever(mailoutbox):
    for place in range(10):
        ask(f"ann{place}@example.org", "same")
    outbox.run_until_empty()
    assert len(mailoutbox) == BY_ONE_VISITOR


def test_done_twice_it_is_sent_once(mailoutbox):
    ask("ann@example.org", "1")
    reference = CopyToSend.objects.get().reference
    outbox.run_until_empty()
    deliver_copy(reference)
    assert len(mailoutbox) == 1
