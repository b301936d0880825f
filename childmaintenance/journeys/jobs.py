"""What happens to drafts with time alone."""

import datetime as dt

from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys import actions


def start_of_day(on: dt.date) -> None:
    """Forget drafts whose time is over. Run twice on a day it does nothing the second time."""
    actions.forget(by=Actor.system("journeys"))
