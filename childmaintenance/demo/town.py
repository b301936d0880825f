"""The town: built by living through its days, and lived on one day at a time. Nothing in it was put there by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.db import transaction

from childmaintenance.demo import outside
from childmaintenance.demo.day import Day
from childmaintenance.demo.models import Town
from childmaintenance.demo.people import Everybody, everybody
from childmaintenance.demo.residents import Register
from childmaintenance.foundation import clock

MONTHS = 18
SEED = 1
Say = Callable[[str], None]


class NoTown(Exception):
    """There is no town to live in yet."""


def build(
    progress: Callable[[int, int, str], None],
    *,
    last: dt.date | None = None,
    days: int | None = None,
    seed: int = SEED,
    only: tuple[str, ...] = (),
) -> None:
    """Live through the town's days up to today, or to `last`; `progress` hears days lived, days in all and where we are.

    `days` shortens the life and `only` names the few families that live it: both are for tests.
    """
    last = last or clock.wall().astimezone(clock.LONDON).date()
    first = last - dt.timedelta(days=days) if days else months_before(last, MONTHS)
    people = some_of(everybody(first, last, seed), only)
    with transaction.atomic():
        Town.objects.create(pk=1, first_day=first, last_day=last, seed=seed, only=list(only))
        book = Register.open(people, first=first, last=last)
        for colleague in people.staff:
            book.appoint(colleague)
    outside.write_people(people, first)
    whole = (last - first).days + 1
    with outside.open_bank() as bank, outside.hmrc_answers(book), book.dues.kept_in_step():
        for number in range(whole):
            on = first + dt.timedelta(days=number)
            Day(book, bank, on).live(_nobody)
            progress(number + 1, whole, f"{on:%B %Y}")
    Town.objects.filter(pk=1).update(built_at=clock.wall(), lived_until=last)


def live_days(number: int, report: Say) -> None:
    """Live so many days more, and tell what happened in plain sentences. A day that was interrupted is finished first."""
    town = Town.objects.filter(pk=1, built_at__isnull=False).first()
    if town is None:
        raise NoTown
    people = some_of(everybody(town.first_day, town.last_day, town.seed), tuple(town.only))
    book = Register.open(people, first=town.first_day, last=town.last_day)
    with outside.open_bank() as bank, outside.hmrc_answers(book), book.dues.kept_in_step():
        for _ in range(number):
            on = town.lived_until + dt.timedelta(days=1)
            report(f"{on:%A} {on.day} {on:%B %Y}")
            told: list[str] = []
            Day(book, bank, on).live(told.append)
            for sentence in told or ["Nothing happened."]:
                report(f"  {sentence}")
            town.lived_until = on
            town.save(update_fields=["lived_until"])


def some_of(people: Everybody, only: tuple[str, ...]) -> Everybody:
    """The whole town, or a few of its families with the staff."""
    if not only:
        return people
    chosen = tuple(family for family in people.families if family.key in only)
    return Everybody(families=chosen, halfway=(), strangers=people.strangers, staff=people.staff, by_key=people.by_key)


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day of an earlier month, or the 28th in its place."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return dt.date(year, month + 1, min(day.day, 28))


def _nobody(_sentence: str) -> None:
    """While the town is built nobody listens."""
