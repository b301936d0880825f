"""From the day a letter is sent to the days the law counts: when it is taken as received, and how long a challenge is in time."""

import datetime as dt

from childmaintenance.correspondence.terms import Channel

# SI 2012/2677 reg 7; SR 2012/427 reg 7. By post the second day after posting; electronically the end of the next day.
DAYS_TO_ARRIVE = {Channel.POST: dt.timedelta(days=2), Channel.ONLINE: dt.timedelta(days=1)}

# SI 2012/2677 reg 14(1)(a): "within 30 days after notification". Not a month, although many guides say so.
DAYS_TO_ASK_AGAIN = dt.timedelta(days=30)


def taken_as_received(on: dt.date, channel: Channel) -> dt.date:
    """The day the law takes a letter sent on a day as given to its reader, whenever they open it."""
    return on + DAYS_TO_ARRIVE[channel]


def last_day_to_ask_again(on: dt.date, channel: Channel) -> dt.date:
    """The last day on which reconsideration of a decision notified by this letter may be asked for without being late."""
    return taken_as_received(on, channel) + DAYS_TO_ASK_AGAIN
