"""Which content somebody must look at again: for editors."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from childmaintenance.foundation import clock
from childmaintenance.guidance import contacts, helplines, organisations, ways
from childmaintenance.guidance.shelf import Shelf


@dataclass(frozen=True, kw_only=True)
class Review:
    """One thing to look at again: where it lies, what it is called, and when it was and must be looked at."""

    where: str
    title: str
    as_of: dt.date
    review_by: dt.date

    def is_overdue(self, on: dt.date) -> bool:
        """Whether its day has gone by."""
        return self.review_by < on


_kept_above: list[Callable[[], Review]] = []


def also(review: Callable[[], Review]) -> None:
    """A room above keeps words with a day to look again: list them too. Said once, when the service starts."""
    if review not in _kept_above:
        _kept_above.append(review)


def reviews() -> list[Review]:
    """Everything with a day to look again, the soonest first."""
    found = [
        Review(
            where=f"{page.shelf}/{page.slug}",
            title=page.title,
            as_of=page.as_of,
            review_by=page.review_by,
        )
        for shelf in Shelf.every
        for page in shelf.pages()
    ]
    found += [
        Review(where=f"contacts/{line.key}", title=line.name, as_of=line.as_of, review_by=line.review_by)
        for line in contacts.lines()
    ]
    for file in (helplines, organisations, ways):
        where = file.__name__.rpartition(".")[2]
        found.append(
            Review(where=where, title=f"{where}.toml", as_of=file.checked_on(), review_by=file.look_again_by())
        )
    found += [review() for review in _kept_above]
    return sorted(found, key=lambda one: (one.review_by, one.where))


def overdue(on: dt.date | None = None) -> list[Review]:
    """What should have been looked at before today, or before a day."""
    day = on or clock.today()
    return [one for one in reviews() if one.is_overdue(day)]
