"""Any day can be lived again; and the day in London is not the day in UTC."""

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from pytest_django import Settings

from childmaintenance.foundation import clock


def test_travelling_to_a_date_is_noon_in_london() -> None:
    with clock.travel(date(2026, 7, 1)):
        assert clock.now() == datetime(2026, 7, 1, 11, 0, tzinfo=UTC)
        assert clock.today() == date(2026, 7, 1)
    assert abs(clock.now() - clock.wall()) < timedelta(seconds=5)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 6, 30, 22, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 23, 0, tzinfo=UTC), date(2026, 7, 1)),  # summer time: an hour ahead
        (datetime(2026, 1, 31, 23, 59, tzinfo=UTC), date(2026, 1, 31)),
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), date(2026, 3, 29)),
    ],
)
def test_the_date_is_londons(moment: datetime, day: date) -> None:
    with clock.travel(moment):
        assert clock.today() == day


def test_one_journey_within_another_comes_back_to_the_first() -> None:
    with clock.travel(date(2026, 1, 1)):
        with clock.travel(date(2020, 1, 1)):
            assert clock.today() == date(2020, 1, 1)
        assert clock.today() == date(2026, 1, 1)


def test_another_thread_does_not_travel_with_us() -> None:
    seen: list[date] = []
    with clock.travel(date(2001, 1, 1)):
        thread = threading.Thread(target=lambda: seen.append(clock.today()))
        thread.start()
        thread.join()
    assert seen[0].year > 2020


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"), clock.travel(datetime(2026, 1, 1)):  # noqa: DTZ001
        pass


@pytest.mark.django_db
def test_the_town_lives_on_its_own_day_and_only_moves_forwards(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "_town", None)
    settings.TOWN_CLOCK = True
    clock.move_town_to(date(2031, 3, 5))
    assert clock.today() == date(2031, 3, 5)
    monkeypatch.setattr(clock, "_town", None)  # as another process would see it
    assert clock.today() == date(2031, 3, 5)
    clock.move_town_to(date(2031, 3, 6))
    assert clock.today() == date(2031, 3, 6)
    with pytest.raises(ValueError, match="later day"):
        clock.move_town_to(date(2031, 3, 5))
    with clock.travel(date(2025, 5, 5)):
        assert clock.today() == date(2025, 5, 5)
