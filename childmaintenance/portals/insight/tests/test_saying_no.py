"""Whoever says no to being counted is not counted, from that moment on, and nothing of the counting stays with them."""

import pytest

from childmaintenance.privacy.cookies import Category, entry, register
from childmaintenance.statistics.counting import visits
from childmaintenance.statistics.counting.tally import tally

pytestmark = pytest.mark.django_db
HERE = "http://testserver"
PERSON = {"user-agent": "Mozilla/5.0 (Android 14; Mobile) Firefox/140.0"}


def test_the_counting_cookies_are_the_registered_ones():
    lives = {one.name: one.seconds for one in register().of(Category.STATISTICS)}
    assert lives == {visits.VISIT: visits.AN_HOUR, visits.VISITED: visits.A_DAY}
    assert visits.cookie_name("visit") == entry("visit").name_on_device


def test_they_are_counted_until_they_say_no_and_then_never(client):
    client.get("/", headers=PERSON)
    client.get("/privacy", headers={**PERSON, "referer": f"{HERE}/"})
    assert {"visit", "visited"} <= set(client.cookies)
    answer = client.post(
        "/cookies/choice", {"statistics": "no", "back": "/"}, headers={**PERSON, "sec-fetch-site": "same-origin"}
    )
    assert {name for name, cookie in answer.cookies.items() if cookie["max-age"] == 0} == {"visit", "visited", "nation"}
    tally.take()
    for address in ("/", "/privacy", "/cookies"):
        assert not client.get(address, headers={**PERSON, "referer": f"{HERE}/"}).cookies
    assert not tally.take()[0]
