"""The words of this room: roles of staff, what an account is to the outside, why a session ended."""

from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a member of staff may do. A person holds none, one or several."""

    CASEWORKER = "caseworker", _("Caseworker")
    PAYMENTS_OFFICER = "payments_officer", _("Payments officer")
    TEAM_LEADER = "team_leader", _("Team leader")


class Language(models.TextChoices):
    """The language we write to the holder of an account in. The pages follow their address instead."""

    ENGLISH = "en", "English"
    WELSH = "cy", "Cymraeg"


class Ended(models.TextChoices):
    """Why a session is over, so that the page a person lands on can tell the truth about it."""

    IDLE = "idle"  # nothing was done for too long
    ABSOLUTE = "absolute"  # it had lasted as long as a session may
    SIGNED_OUT = "signed_out"
    SIGNED_OUT_ELSEWHERE = "signed_out_elsewhere"  # its holder ended it from another device
    SECURITY = "security"  # the password, the second factor or the roles changed


@dataclass(frozen=True)
class AccountRecord:
    """An account as other rooms may know it."""

    reference: str
    name: str
    email: str
    language: str
    roles: frozenset[Role]
    has_second_factor: bool
    is_open: bool

    @property
    def is_staff(self) -> bool:
        return bool(self.roles)


@dataclass(frozen=True)
class SessionRecord:
    """One place where an account is signed in, as its holder sees it in the list."""

    reference: str
    device: str
    started_at: datetime
    seen_at: datetime
    is_this_one: bool
