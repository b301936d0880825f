"""Opening hours as people say them."""

import datetime as dt

from babel.dates import get_day_names
from django.utils.translation import gettext as _

from childmaintenance.foundation.language import WELSH
from childmaintenance.guidance.contacts import Hours

NOON = 12


def hours_in_words(hours: Hours, code: str) -> str:
    """Such as "Monday to Friday, 8am to 6pm"; without an hour that nobody told us."""
    names = get_day_names(locale=code)
    first, last = names[hours.days[0] - 1], names[hours.days[-1] - 1]
    if code == WELSH:  # i ddydd Gwener
        last = last.replace("Dydd", "ddydd")
    one_day = len(set(hours.days)) == 1
    days = first if one_day else _("%(first)s to %(last)s") % {"first": first, "last": last}
    if hours.opens is None:
        return _("%(days)s, until %(closes)s") % {"days": days, "closes": o_clock(hours.closes)}
    times = {"days": days, "opens": o_clock(hours.opens), "closes": o_clock(hours.closes)}
    return _("%(days)s, %(opens)s to %(closes)s") % times


def o_clock(time: dt.time) -> str:
    """8am, 3:30pm, and the same in Welsh."""
    hour = time.hour % NOON or NOON
    said = f"{hour}:{time.minute:02d}" if time.minute else str(hour)
    return _("%(time)sam") % {"time": said} if time.hour < NOON else _("%(time)spm") % {"time": said}
