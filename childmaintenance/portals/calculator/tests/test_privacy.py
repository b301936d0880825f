"""The calculator says what it does with what is typed, and notes what somebody asks it to keep or send."""

import datetime as dt

import pytest
from django.apps import apps

from childmaintenance.foundation import clock
from childmaintenance.portals.calculator.tests.walking import Visitor

pytestmark = pytest.mark.django_db
Consent = apps.get_model("privacy", "Consent")


@pytest.fixture(autouse=True)
def on_a_day_of_the_law():
    with clock.travel(dt.date(2026, 11, 2)):
        yield


def noted() -> list[tuple[str, str]]:
    return list(Consent.objects.order_by("id").values_list("purpose", "said"))


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_each_place_where_something_is_asked_for_says_what_for(prefix):
    someone = Visitor(prefix=prefix)
    assert 'data-why="calculator"' in someone.open(f"{prefix}/calculator/").page
    someone.calculate()
    assert someone.page.count('data-why="keep-first-step"') == 1
    assert 'data-why="copy"' in someone.open(f"{someone.draft}send").page


def test_what_is_asked_for_is_noted_and_nothing_else():
    someone = Visitor().calculate()
    assert noted() == []
    someone.send(f"{someone.draft}send", to="someone@example.org")
    someone.calculate().send(f"{someone.draft}apply")
    assert noted() == [("COPIES", "yes"), ("FIRST_STEP", "yes")]
    assert all("example" not in who for who in Consent.objects.values_list("who", flat=True))
    assert set(Consent.objects.values_list("said_at__date", flat=True)) == {clock.today()}
