"""How an address answered."""

import datetime as dt
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """What came of asking an address. Only the first is well; of REFUSED a person must look, since programs are kept out."""

    WELL = "well", _("Answers")
    REFUSED = "refused", _("Lets no program in: look yourself")
    ELSEWHERE = "elsewhere", _("Leads to another site")
    GONE = "gone", _("Is gone")
    FAILS = "fails", _("Fails")
    SLOW = "slow", _("Does not answer in time")
    NO_HOST = "no_host", _("There is no site of that name")
    NO_ANSWER = "no_answer", _("Nobody answers there")
    UNTRUSTED = "untrusted", _("Cannot prove who it is")
    NONSENSE = "nonsense", _("Answers nonsense")

    @property
    def is_broken(self) -> bool:
        """Whether a reader who follows it gets nowhere, or somewhere else."""
        return self not in (Outcome.WELL, Outcome.REFUSED)


UNREACHED = (Outcome.NO_HOST, Outcome.NO_ANSWER)
"""If it is so of every host, it is this machine that has no network."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """How one address answered. `detail`: a number of HTTP, or the host that it leads to."""

    address: str
    outcome: Outcome
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is known of an address: where we name it, how it answered last, and since when it has not."""

    address: str
    named_in: tuple[str, ...]
    outcome: Outcome
    detail: str
    asked_on: dt.date
    answered_on: dt.date | None
    failing_since: dt.date | None
    failures: int
