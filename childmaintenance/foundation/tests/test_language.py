"""Money and dates as each language writes them."""

from datetime import UTC, date, datetime

import pytest

from childmaintenance.foundation.language import current, in_language, long_date, pounds, weekday_date


@pytest.mark.parametrize(
    ("pence", "written"),
    [(0, "£0.00"), (7, "£0.07"), (700, "£7.00"), (123456, "£1,234.56"), (-500, "-£5.00"), (100000000, "£1,000,000.00")],
)
def test_pounds(pence: int, written: str) -> None:
    assert pounds(pence) == written


@pytest.mark.parametrize("wrong", [1.5, "5", True, None])
def test_pence_are_whole_numbers(wrong: object) -> None:
    with pytest.raises(TypeError, match="whole number"):
        pounds(wrong)  # type: ignore[arg-type]


def test_dates_in_both_languages() -> None:
    day = date(2026, 4, 5)
    assert (long_date(day), weekday_date(day)) == ("5 April 2026", "Sunday 5 April 2026")
    with in_language("cy"):
        assert current() == "cy"
        assert (long_date(day), weekday_date(day)) == ("5 Ebrill 2026", "Dydd Sul 5 Ebrill 2026")
    assert current() == "en"


def test_a_moment_is_written_as_its_day_in_london() -> None:
    assert long_date(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == "1 July 2026"


def test_a_language_we_do_not_speak_is_refused() -> None:
    with pytest.raises(ValueError, match="not in 'fr'"), in_language("fr"):
        pass
