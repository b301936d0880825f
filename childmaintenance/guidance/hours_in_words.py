"""Opening hours and days as people say them."""

import datetime as dt

from babel.dates import get_day_names
from django.utils.translation import gettext as _

from childmaintenance.foundation import language
from childmaintenance.foundation.language import WELSH
from childmaintenance.guidance.contacts import Hours

NOON = 12


def hours_in_words(hours: Hours) -> str:
    """Such as "Monday to Friday, 8am to 6pm"; without an hour that nobody told us."""
    names = get_day_names(locale=language.current())
    first, last = names[hours.days[0] - 1], names[hours.days[-1] - 1]
    one_day = len(set(hours.days)) == 1
    days = first if one_day else _("%(first)s to %(last)s") % {"first": first, "last": day_within(last)}
    if hours.opens is None:
        return _("%(days)s, until %(closes)s") % {"days": days, "closes": o_clock(hours.closes)}
    times = {"days": days, "opens": o_clock(hours.opens), "closes": o_clock(hours.closes)}
    return _("%(days)s, %(opens)s to %(closes)s") % times


def day_within(day: str) -> str:
    """A day's name within a sentence: in Welsh "i ddydd Gwener", "agor ddydd Llun"; in English as it is."""
    return day.replace("Dydd", "ddydd") if language.current() == WELSH else day


def o_clock(time: dt.time) -> str:
    """8am, 3:30pm, and the same in Welsh."""
    hour = time.hour % NOON or NOON
    said = f"{hour}:{time.minute:02d}" if time.minute else str(hour)
    return _("%(time)sam") % {"time": said} if time.hour < NOON else _("%(time)spm") % {"time": said}
