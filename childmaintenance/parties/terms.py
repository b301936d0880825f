"""The words of this room: parents, children, how to reach somebody, where to pay them."""

import datetime as dt
from dataclasses import dataclass

from django.db import models


class CorrespondenceLanguage(models.TextChoices):
    """The language somebody asked to be written to in; `both` is one document with both."""

    ENGLISH = "en", "English"
    WELSH = "cy", "Cymraeg"
    BOTH = "both", "English and Cymraeg"


class AlsoAs(models.TextChoices):
    """What somebody wants each letter as, besides the paper and the page."""

    BRAILLE = "braille", "Braille"
    SOUND = "sound", "Sound"


@dataclass(frozen=True, kw_only=True)
class PartyRecord:
    """A parent, or another person with care, as other rooms may know them: who, never where."""

    reference: str
    full_name: str
    known_as: str
    language: str
    account: str | None

    @property
    def has_account(self) -> bool:
        return self.account is not None


@dataclass(frozen=True, kw_only=True)
class ContactRecord:
    """How to reach somebody. It belongs to that person and to staff; it never goes to the other parent."""

    language: str
    email: str = ""
    phone: str = ""
    address: str = ""
    postcode: str = ""
    safe_contact: str = ""
    large_print: bool = False
    also_as: str = ""


@dataclass(frozen=True, kw_only=True)
class IdentityRecord:
    """What a tax authority needs to find somebody's income. Never shown on a page; see `queries.identity`."""

    reference: str
    full_name: str
    date_of_birth: dt.date | None
    nino: str


@dataclass(frozen=True, kw_only=True)
class BankAccountRecord:
    """Where somebody is paid. Digits only, no spaces or dashes."""

    account_name: str
    sort_code: str
    account_number: str
    roll_number: str = ""


@dataclass(frozen=True, kw_only=True)
class ChildRecord:
    reference: str
    first_name: str
    full_name: str
    date_of_birth: dt.date


@dataclass(frozen=True, kw_only=True)
class PersonTold:
    """What somebody says about a parent: themselves, or the other one. Empty where they did not say."""

    full_name: str
    known_as: str = ""
    date_of_birth: dt.date | None = None
    nino: str = ""
    language: str = CorrespondenceLanguage.ENGLISH
    email: str = ""
    phone: str = ""
    address: str = ""
    postcode: str = ""
    safe_contact: str = ""
    large_print: bool = False
    also_as: str = ""


class InvitationRefused(Exception):
    """The code is wrong, used, superseded or out of date: never said which, so that codes cannot be probed."""


class BankDetailsRefused(Exception):
    """The sort code or account number cannot be one: `field` names which."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
