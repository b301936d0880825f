"""The e-mail about a letter: neutral, once, and only where it is safe."""

import pytest
from django.core import mail

from childmaintenance.correspondence.actions import tell_of_letter
from childmaintenance.correspondence.models import Notice
from childmaintenance.correspondence.tests.stories import (
    BY,
    given_a_family,
    given_contact,
    given_gareth_has_an_account,
    write,
)
from childmaintenance.foundation import clock
from childmaintenance.foundation.clock import today

pytestmark = pytest.mark.django_db


def test_it_says_that_a_letter_is_there_and_nothing_else() -> None:
    family = given_a_family()
    letter = write(family, "review-receiving", to=family.catrin)
    assert tell_of_letter(letter=letter, by=BY) == "sent"
    (message,) = mail.outbox
    assert message.to == ["catrin@example.org"]
    assert message.subject == "Mae gennych lythyr newydd"
    for word in ("cynhal", "plant", "£", "Catrin", "Elin", "Gareth", "mainten", "child", "http", letter, family.case):
        assert word.casefold() not in f"{message.subject} {message.body}".casefold()


def test_it_is_in_both_languages_where_the_letter_is() -> None:
    family = given_a_family(language="both", email="gareth@example.org")
    given_gareth_has_an_account(family)
    tell_of_letter(letter=write(family, "review"), by=BY)
    (message,) = mail.outbox
    assert message.subject == "Mae gennych lythyr newydd / You have a new letter"
    assert message.body.index("Mewngofnodwch") < message.body.index("Sign in")
    assert "mainten" not in message.body


def test_it_is_sent_once() -> None:
    family = given_a_family()
    letter = write(family, "review-receiving", to=family.catrin)
    assert [tell_of_letter(letter=letter, by=BY) for _ in range(3)] == ["sent"] * 3
    assert len(mail.outbox) == 1
    assert Notice.objects.count() == 1


@pytest.mark.parametrize(
    ("contact", "outcome"),
    [
        ({"email": "gareth@example.org"}, "sent"),
        ({"email": ""}, "no_email"),
        ({"email": "gareth@example.org", "safe_contact": "He reads my e-mail. Letters only."}, "ask_first"),
    ],
)
def test_only_safe_contact_is_used(contact: dict[str, str], outcome: str) -> None:
    family = given_a_family()
    given_gareth_has_an_account(family)
    given_contact(family.gareth, **contact)
    assert tell_of_letter(letter=write(family, "review"), by=BY) == outcome
    assert len(mail.outbox) == (outcome == "sent")


@pytest.mark.parametrize(("address", "outcome"), [("14 Quarry Row", "by_post"), ("", "no_address")])
def test_a_letter_by_post_needs_an_address_and_no_email(address: str, outcome: str) -> None:
    family = given_a_family(address=address, email="gareth@example.org")
    assert tell_of_letter(letter=write(family, "review"), by=BY) == outcome
    assert mail.outbox == []


@pytest.mark.parametrize("written", ["7 Lime Street\nAberwen", "7, LIME STREET"])
def test_nothing_is_posted_to_the_other_parents_door(written: str) -> None:
    """Catrin says that Gareth lives where she does: his letters, and the code that opens his account, are not hers."""
    family = given_a_family(address="7 Lime Street")
    given_contact(family.gareth, address=written, postcode="zz993aa")
    given_contact(family.catrin, address="7 Lime Street", postcode="ZZ99 3AA")
    assert tell_of_letter(letter=write(family, "review"), by=BY) == "same_address"


def test_a_mail_server_that_fails_leaves_the_notice_to_be_tried_again(settings: object) -> None:
    family = given_a_family()
    letter = write(family, "review-receiving", to=family.catrin)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 1  # type: ignore[attr-defined]
    with pytest.raises(OSError):
        tell_of_letter(letter=letter, by=BY)
    assert not Notice.objects.exists()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"  # type: ignore[attr-defined]
    assert tell_of_letter(letter=letter, by=BY) == "sent"


def test_the_day_of_a_notice_is_that_of_the_service() -> None:
    with clock.travel(today()):
        family = given_a_family()
        tell_of_letter(letter=write(family, "review-receiving", to=family.catrin), by=BY)
        assert Notice.objects.get().at == clock.now()
