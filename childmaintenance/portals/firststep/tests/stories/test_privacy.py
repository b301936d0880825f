"""The first step says what it does with what is answered, and notes that somebody asked to keep it, and to forget it."""

import datetime as dt

import pytest
from django.apps import apps

from childmaintenance.foundation import clock
from childmaintenance.portals.firststep.tests.stories.walking import MOTHER, Visitor

pytestmark = pytest.mark.django_db
Consent = apps.get_model("privacy", "Consent")


@pytest.fixture(autouse=True)
def _in_spring_2026():
    with clock.travel(dt.date(2026, 4, 1)):
        yield


@pytest.mark.parametrize(
    ("prefix", "words"),
    [("", "We keep these answers for 28 days"), ("/cy", "Rydym yn cadw’r atebion hyn am 28 diwrnod")],
)
def test_where_it_can_be_kept_the_page_says_what_that_means(prefix, words):
    mother = Visitor(prefix=prefix)
    assert 'data-why="first-step"' in mother.open("/get-help/").page
    mother.begin().answer(MOTHER)
    assert mother.page.count('data-why="keep-first-step"') == 1 and words in mother.words


def test_keeping_and_forgetting_are_noted_beside_nobody():
    mother = Visitor().begin().answer(MOTHER)
    assert not Consent.objects.exists()
    reference = mother.send({}, to=f"/get-help/{mother.draft_id}/keep").reference
    mother.send({}, to="/get-help/reference/forget")
    lines = list(Consent.objects.order_by("id").values_list("purpose", "said", "forgotten_on"))
    assert lines == [
        ("FIRST_STEP", "yes", dt.date(2026, 4, 1) + dt.timedelta(days=28 + 365)),
        ("FIRST_STEP", "withdrawn", dt.date(2026, 4, 1) + dt.timedelta(days=28 + 365)),
    ]
    [who] = set(Consent.objects.values_list("who", flat=True))
    assert reference not in who and who not in mother.page
