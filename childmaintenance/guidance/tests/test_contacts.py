"""Who answers: only numbers seen in a source, and nobody is told that a line is open unless its hours say so."""

import datetime as dt
import re

import pytest

from childmaintenance.foundation.clock import LONDON
from childmaintenance.foundation.language import in_language
from childmaintenance.guidance.contacts import Line, Now, lines
from childmaintenance.guidance.terms import Audience, Nation

DRAMA = re.compile(r"0808 157 0\d{3}\Z")  # Ofcom keeps 08081 570000 to 570999 for drama
SEEN = {"0800 171 2345", "0800 232 1961", "0800 171 2306", "0800 587 1381"}


def line(key: str) -> Line:
    return next(one for one in lines() if one.key == key)


def at(*when: int) -> dt.datetime:
    return dt.datetime(*when, tzinfo=LONDON)


@pytest.mark.parametrize("one", lines(), ids=lambda one: one.key)
def test_a_number_is_one_that_was_seen_or_reaches_nobody(one: Line) -> None:
    for number in filter(None, (one.number, one.textphone, one.relay.removeprefix("18001 "))):
        assert number in SEEN or (DRAMA.match(number) and one.doubt)
    assert one.number or one.website.startswith("https://")
    with in_language("cy"):
        assert line(one.key).name


@pytest.mark.parametrize("nation", Nation)
@pytest.mark.parametrize("audience", Audience)
def test_everybody_everywhere_has_somebody(nation: Nation, audience: Audience) -> None:
    assert lines(nation=nation, audience=audience)


def test_employers_get_their_own_nations_team() -> None:
    keys = {nation: {one.key for one in lines(nation=nation, audience=Audience.EMPLOYER)} for nation in Nation}
    assert "employers_ni" in keys[Nation.NORTHERN_IRELAND]
    assert "employers_gb" in keys[Nation.SCOTLAND]
    assert "official_gb" not in keys[Nation.SCOTLAND]


@pytest.mark.parametrize(
    ("when", "now"),
    [
        (at(2026, 11, 23, 7, 59), Now.CLOSED),
        (at(2026, 11, 23, 8, 0), Now.OPEN),
        (at(2026, 11, 23, 16, 59), Now.OPEN),
        (at(2026, 11, 23, 17, 0), Now.CLOSED),
        (at(2026, 11, 22, 12, 0), Now.CLOSED),  # a Sunday
        (at(2026, 12, 25, 12, 0), Now.CLOSED),  # Christmas Day
        (dt.datetime(2026, 7, 6, 7, 30, tzinfo=dt.UTC), Now.OPEN),  # half past eight in London
    ],
)
def test_open_now_follows_the_hours_of_london(when: dt.datetime, now: Now) -> None:
    assert line("employers_gb").at(when) is now


def test_each_nation_keeps_its_own_bank_holidays() -> None:
    twelfth_of_july = at(2027, 7, 12, 12, 0)
    assert line("employers_ni").at(twelfth_of_july) is Now.CLOSED
    assert line("employers_gb").at(twelfth_of_july) is Now.OPEN


def test_an_hour_that_nobody_told_us_is_not_guessed() -> None:
    official = line("official_gb")
    assert official.at(at(2026, 11, 23, 8, 0)) is Now.UNKNOWN
    assert official.at(at(2026, 11, 23, 18, 0)) is Now.CLOSED
    assert line("official_ni").at(at(2026, 11, 23, 12, 0)) is Now.UNKNOWN
