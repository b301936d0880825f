"""The arrangement says what it does with what is typed, and notes what somebody asks it to keep or send, and their stop."""

import re

import pytest
from django.apps import apps

from childmaintenance.foundation import outbox
from childmaintenance.portals.arrangement.tests.walking import Writer

pytestmark = pytest.mark.django_db
Consent = apps.get_model("privacy", "Consent")


def noted() -> list[tuple[str, str, str]]:
    return list(Consent.objects.order_by("id").values_list("purpose", "said", "method"))


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_each_place_where_something_is_asked_for_says_what_for(prefix):
    someone = Writer(prefix=prefix)
    assert 'data-why="arrangement"' in someone.open(f"{prefix}/arrangement/").page
    someone.write()
    for page, key in (("send", "copy"), ("remind", "reminders"), ("apply", "keep-first-step")):
        assert someone.open(f"{someone.draft}{page}").page.count(f'data-why="{key}"') == 1, page


def test_a_copy_and_an_application_are_noted():
    someone = Writer().write()
    someone.send(f"{someone.draft}send", to="someone@example.org")
    someone.send(f"{someone.draft}apply", nation="wales", later="yes")
    assert noted() == [("COPIES", "yes", "page"), ("FIRST_STEP", "yes", "page")]
    someone.send("/get-help/reference/forget")
    assert noted()[2:] == [("FIRST_STEP", "withdrawn", "page")]


def test_reminders_are_noted_from_the_yes_to_the_stop(mailoutbox):
    someone = Writer().write()
    someone.send(f"{someone.draft}remind", to="someone@example.org", about="review")
    outbox.run_until_empty()
    [path] = re.findall(r"https?://[^/\s]+(/\S+)", mailoutbox[0].body)
    assert 'data-why="reminders"' in Writer().open(path).page and noted() == []
    Writer().open(path).send(say="yes")
    Writer().open(path).send(say="stop")
    assert noted() == [("REMINDERS", "yes", "e-mail link"), ("REMINDERS", "withdrawn", "e-mail link")]
    assert len(set(Consent.objects.values_list("who", flat=True))) == 1
