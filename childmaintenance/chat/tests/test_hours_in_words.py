"""When the desk opens, as people say it in each language."""

import datetime as dt

import pytest

from childmaintenance.chat.hours_in_words import desk_hours, opening_in_words
from childmaintenance.foundation import clock
from childmaintenance.foundation.language import in_language

MONDAY = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "opens", "hours"),
    [
        ("en", "It opens on Monday 23 November 2026 at 9am.", "Monday to Friday, 9am to 5pm, not on bank holidays"),
        (
            "cy",
            "Mae’n agor ddydd Llun 23 Tachwedd 2026 am 9 y bore.",
            "Dydd Llun i ddydd Gwener, 9 y bore i 5 y prynhawn",
        ),
    ],
)
def test_on_a_sunday(language, opens, hours):
    with clock.travel(dt.date(2026, 11, 22)), in_language(language):
        assert opening_in_words(MONDAY) == opens
        assert desk_hours()[0].startswith(hours)
