"""When a decision is looked at again."""

import datetime as dt


def first_review(effective_from: dt.date) -> dt.date:
    """Twelve months after the initial effective date (SI 2012/2677 reg 19(2)); from 29 February, the next 28th."""
    return _months_later(effective_from)


def next_review(running: dt.date, effective_from: dt.date) -> dt.date:
    """The running review date, or its first anniversary after the day a decision takes effect (reg 19(2)-(3)).

    A further application is aligned with the review date that runs already.
    """
    review = running
    while review <= effective_from:
        review = _months_later(review)
    return review


def _months_later(day: dt.date) -> dt.date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
