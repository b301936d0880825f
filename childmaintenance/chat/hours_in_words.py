"""When somebody at the desk answers, as people say it."""

import datetime as dt

from django.utils.translation import gettext as _

from childmaintenance.chat import desk
from childmaintenance.foundation import clock
from childmaintenance.foundation.language import weekday_date
from childmaintenance.guidance.hours_in_words import day_within, hours_in_words, o_clock


def desk_hours() -> list[str]:
    """Such as "Monday to Friday, 9am to 5pm, not on bank holidays"."""
    said = [hours_in_words(one) for one in desk.hours()]
    return [_("%(hours)s, not on bank holidays") % {"hours": one} for one in said] if desk.keeps_holidays() else said


def opening_in_words(moment: dt.datetime) -> str:
    """When it opens: "It opens today at 9am." or the day."""
    local = moment.astimezone(clock.LONDON)
    time = o_clock(local.time())
    if local.date() == clock.today():
        return _("It opens today at %(time)s.") % {"time": time}
    return _("It opens on %(day)s at %(time)s.") % {"day": day_within(weekday_date(moment)), "time": time}
