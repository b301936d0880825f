"""A page hands in sums of its own, and invented ones are left out."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db.models import F

from childmaintenance.portals.insight.counted import named, span_of
from childmaintenance.statistics.counting.tally import tally
from childmaintenance.statistics.terms import Measure

pytestmark = pytest.mark.django_db
OURS = {"sec-fetch-site": "same-origin", "referer": "http://testserver/cy/staying-safe?secret=1"}


def handed_in(client, data, headers=OURS):
    tally.take()
    answer = client.post("/counted", data, headers=headers)
    counts, _ = tally.take()
    return answer.status_code, {
        (kind, page, detail): n
        for (_, kind, page, detail), n in counts.items()
        if kind in (Measure.TIME, Measure.CLICK)
    }


def test_how_long_and_what_was_chosen(client):
    status, sums = handed_in(client, {"seconds": "75", "chose": ["to-welsh", "to-welsh"]})
    assert status == 204
    assert sums == {("time", "safety", "1 to 2 minutes"): 1, ("click", "safety", "to-welsh"): 2}


@pytest.mark.parametrize(
    "data",
    [{"seconds": "-1"}, {"seconds": "999999999"}, {"seconds": "x"}, {"chose": "invented"}, {"chose": "'; DROP"}, {}],
)
def test_nonsense_is_left_out_without_a_word(client, data):
    assert handed_in(client, data) == (204, {})


def test_only_from_our_own_pages_and_only_of_whom_may_be_counted(client):
    assert handed_in(client, {"seconds": "5"}, {**OURS, "sec-fetch-site": "cross-site"})[0] == 403
    assert handed_in(client, {"seconds": "5"}, {**OURS, "sec-gpc": "1"}) == (204, {})
    assert handed_in(client, {"seconds": "5"}, {**OURS, "referer": "http://testserver/casework/"}) == (204, {})
    assert client.get("/counted").status_code == 405


def test_the_names_are_those_of_our_templates():
    assert {"to-welsh", "to-english"} <= named()


def test_spans_have_no_gap():
    assert [span_of(seconds) for seconds in (0, 9, 10, 59, 60, 179, 599, 600, 9999)] == [
        "under 10 seconds", "under 10 seconds", "10 to 29 seconds", "30 to 59 seconds", "1 to 2 minutes", "1 to 2 minutes",
        "3 to 9 minutes", "10 minutes or more", "10 minutes or more",
    ]  # fmt: skip


def test_the_script_is_given_only_to_whom_may_be_counted(client):
    assert "counting.js" in client.get("/privacy").content.decode()
    assert "counting.js" not in client.get("/privacy", headers={"sec-gpc": "1"}).content.decode()


def test_a_page_that_hands_in_its_sums_is_not_somebody_who_is_still_there(staff_client):
    """A tab that is closed or hidden sends them by itself: the session must go on to end when nobody does anything."""
    reader = staff_client()
    session = apps.get_model("accounts", "Session")
    session.objects.update(seen_at=F("seen_at") - timedelta(minutes=10))
    [seen] = session.objects.values_list("seen_at", flat=True)
    assert reader.post("/counted", {"seconds": "75"}, headers=OURS).status_code == 204
    assert list(session.objects.values_list("seen_at", flat=True)) == [seen]
    reader.get("/account")
    assert list(session.objects.values_list("seen_at", flat=True)) != [seen], "a page that is opened is somebody"
