"""When somebody answers, as people say it."""

import datetime as dt

from babel.dates import get_day_names
from django.utils.translation import gettext as _

from childmaintenance.chat import desk
from childmaintenance.foundation import clock, language
from childmaintenance.foundation.language import WELSH, weekday_date

NOON = 12


def hours_in_words() -> list[str]:
    """Such as "Monday to Friday, 9am to 5pm, not on bank holidays"."""
    names, said = get_day_names(locale=language.current()), []
    for one in desk.hours():
        first, last = names[one.days[0] - 1], names[one.days[-1] - 1]
        last = _within(last)
        days = first if len(one.days) == 1 else _("%(first)s to %(last)s") % {"first": first, "last": last}
        opens, closes = _o_clock(one.opens or dt.time()), _o_clock(one.closes)
        words = _("%(days)s, %(opens)s to %(closes)s") % {"days": days, "opens": opens, "closes": closes}
        said.append(_("%(hours)s, not on bank holidays") % {"hours": words} if desk.keeps_holidays() else words)
    return said


def opening_in_words(moment: dt.datetime) -> str:
    """When it opens: "It opens today at 9am." or the day."""
    local = moment.astimezone(clock.LONDON)
    time = _o_clock(local.time())
    if local.date() == clock.today():
        return _("It opens today at %(time)s.") % {"time": time}
    return _("It opens on %(day)s at %(time)s.") % {"day": _within(weekday_date(moment)), "time": time}


def _within(day: str) -> str:
    """A day's name within a sentence: in Welsh "i ddydd Gwener", "agor ddydd Llun"; in English as it is."""
    return day.replace("Dydd", "ddydd") if language.current() == WELSH else day


def _o_clock(time: dt.time) -> str:
    hour = time.hour % NOON or NOON
    said = f"{hour}:{time.minute:02d}" if time.minute else str(hour)
    return _("%(time)sam") % {"time": said} if time.hour < NOON else _("%(time)spm") % {"time": said}
