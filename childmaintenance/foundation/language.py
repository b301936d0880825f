"""English and Welsh: which one we are in, and how each writes pounds and dates."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from babel.dates import format_date
from django.utils import translation

from childmaintenance.foundation.clock import LONDON

ENGLISH, WELSH = "en", "cy"
LANGUAGES = (ENGLISH, WELSH)


def current() -> str:
    """The language being written in: "en" or "cy"."""
    return WELSH if (translation.get_language() or ENGLISH).startswith(WELSH) else ENGLISH


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """Write inside in that language, whatever the page's is. Raises ValueError for one we do not speak."""
    if language not in LANGUAGES:
        raise ValueError(f"We write in {' and '.join(LANGUAGES)}, not in {language!r}.")
    with translation.override(language):
        yield


def pounds(pence: int) -> str:
    """Whole pence as pounds, the same in both languages: 123456 is £1,234.56, and less than nought is -£5.00."""
    if isinstance(pence, bool) or not isinstance(pence, int):
        raise TypeError(f"Pence are a whole number, not {type(pence).__name__}.")
    whole, rest = divmod(abs(pence), 100)
    return f"{'-' if pence < 0 else ''}£{whole:,}.{rest:02d}"


def long_date(day: date | datetime) -> str:
    """5 April 2026, or 5 Ebrill 2026; a moment is written as its day in London."""
    if isinstance(day, datetime):
        day = day.astimezone(LONDON).date()
    return format_date(day, "d MMMM y", locale=current())


def weekday_date(day: date | datetime) -> str:
    """Monday 5 April 2026, or Dydd Llun 5 Ebrill 2026."""
    if isinstance(day, datetime):
        day = day.astimezone(LONDON).date()
    return format_date(day, "EEEE d MMMM y", locale=current())


def weekday(day: date) -> str:
    """Monday, or Dydd Llun."""
    return format_date(day, "EEEE", locale=current())
