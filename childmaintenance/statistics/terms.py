"""The words of this room: what is counted, and the records that its questions are answered with."""

import datetime as dt
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

LEAST = 5
"""A count below this is shown only as "fewer than 5": a few people on a page could be somebody one knows."""


class Measure(models.TextChoices):
    """What one row of sums says; `page` and `detail` mean what stands behind each."""

    VIEW = "view"  # a page was shown · detail: its language
    ARRIVAL = "arrival"  # somebody came from outside · page: where they landed · detail: the host they came from
    VISIT = "visit"  # · detail: "new", or "back within a day"
    FIRST = "first"  # the first thing done after landing · page: where that led
    ONWARD = "onward"  # from one page to another · detail: the other page
    FORM = "form"  # a page with a form · detail: "seen", "sent", "refused"
    CLICK = "click"  # a named thing on a page · detail: its name
    TIME = "time"  # how long a page was looked at · detail: a span
    ERROR = "error"  # a page that could not be shown · detail: its status


class About(models.TextChoices):
    """What an opinion is about."""

    PAGE = "page"
    JOURNEY = "journey"  # said at its end
    SERVICE = "service"


class Part(models.TextChoices):
    """What is asked whether it works, in the order people would miss it."""

    PAGES = "pages", _("Public pages")
    SIGN_IN = "sign in", _("Signing in")
    RECORDS = "records", _("Cases and payments")
    WORK = "work", _("Letters and what follows a decision")
    EMAIL = "e-mail", _("E-mail")
    INCOME = "income", _("Asking HMRC for an income")
    BANK = "bank", _("The exchange with the bank")


SPANS = (
    (10, "under 10 seconds"),
    (30, "10 to 29 seconds"),
    (60, "30 to 59 seconds"),
    (180, "1 to 2 minutes"),
    (600, "3 to 9 minutes"),
)
LONGEST = "10 minutes or more"


@dataclass(frozen=True)
class Line:
    """One thing and how often; `count` is None where it is too few to be told."""

    name: str
    count: int | None
    share: int | None = None
    """Per cent of the whole, where there is one to be told."""


@dataclass(frozen=True)
class Step:
    """One page with a form: how many saw it, sent it, and stopped there. None where too few to be told."""

    page: str
    seen: int | None
    sent: int | None
    refused: int | None
    stopped: int | None
    """Per cent of those who saw it and never sent it."""


@dataclass(frozen=True)
class Window:
    """Ten minutes of the service's own work."""

    starts_at: dt.datetime
    requests: int
    failures: int
    milliseconds: int
    slowest: int

    @property
    def a_second(self) -> float:
        return self.requests / 600

    @property
    def mean(self) -> int:
        """Milliseconds a request took on average."""
        return round(self.milliseconds / self.requests) if self.requests else 0
