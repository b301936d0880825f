"""A fortnight of use, invented, for pages that show it."""

import datetime as dt

from childmaintenance.foundation import clock
from childmaintenance.statistics import opinions
from childmaintenance.statistics.counting.tally import Tally
from childmaintenance.statistics.counting.writing import write_down
from childmaintenance.statistics.terms import About, Measure

QUESTIONS = ("your-name", "safety", "the-other-parent", "children")


def a_fortnight() -> None:
    """Up to today, more each day."""
    sums, today = Tally(), clock.today()
    for ago in range(14):
        day, many = today - dt.timedelta(days=ago), 200 - 11 * ago
        sums.add(day, Measure.VIEW, "start", "en", many)
        sums.add(day, Measure.VIEW, "start", "cy", many // 9)
        sums.add(day, Measure.VIEW, "cookies", "en", 1 if ago == 3 else 0)
        sums.add(day, Measure.ARRIVAL, "start", "none", many // 2)
        sums.add(day, Measure.ARRIVAL, "start", "citizensadvice.org.uk", many // 4)
        sums.add(day, Measure.ARRIVAL, "start", "one-house.example", 1 if ago == 3 else 0)
        sums.add(day, Measure.VISIT, "", "new", many // 2)
        sums.add(day, Measure.FIRST, "account_login", "", many // 4)
        sums.add(day, Measure.FIRST, "parents:apply:start", "", many // 5)
        sums.add(day, Measure.ONWARD, "start", "parents:apply:start", many // 5)
        sums.add(day, Measure.FORM, "parents:apply:start", "sent", many // 5)
        sums.add(day, Measure.TIME, "start", "10 to 29 seconds", many // 3)
        sums.add(day, Measure.CLICK, "start", "to-welsh", many // 20)
        sums.add(day, Measure.ERROR, "", "404", many // 30)
        for number, question in enumerate(QUESTIONS):
            page, seen = f"parents:apply:question {question}", many // 5 - 3 * number
            sums.add(day, Measure.FORM, page, "seen", max(1, seen))
            sums.add(day, Measure.FORM, page, "sent", max(1, seen - 3))
        sums.add(day, Measure.FORM, "parents:apply:check", "sent", many // 7)
        sums.worked(dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC), 12, failed=False)
    counts, work = sums.take()
    sums.give_back(+counts, work)  # nothing that happened no times
    write_down(sums)


def some_feedback() -> None:
    """Fifteen have said how satisfied they were, ten of them well; one of them wrote, and put a number into it."""
    for score in (5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 2, 2, 1, 1):
        opinions.give(about=About.JOURNEY, page="parents:apply:done", score=score)
    opinions.give(about=About.PAGE, page="start", score=3, words="Where do I ring? I am on 07700 900123.")
