"""The readings of settings.toml, typed, and the account at the bank. A value that is not among its choices stops the start."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings as django

from childmaintenance.cases.terms import Frequency, PayChoice
from childmaintenance.law.fees import Allocation

FILE = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True, slots=True)
class Reading:
    """One open question and how it is answered here."""

    name: str
    value: Any
    settles: str
    why: str
    choices: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The values alone; `readings()` has the reasons."""

    days_before_first_payment: int
    usual_frequency: str
    usual_day: int
    drift_true_up: str
    most_added_or_credited_percent: int
    fee_rounding: str
    receiving_fee_on: str
    short_payment_split: str
    arrears_fee_4pct: bool
    unpaid_is_due: str
    days_until_missed: int
    days_to_put_right: int
    days_to_pass_on: int
    name_on_payments: str
    largest_statement_bytes: int
    bytes_without_a_transaction: int
    receipts_a_job: int

    @property
    def usual_pay_choice(self) -> PayChoice:
        return PayChoice(frequency=Frequency(self.usual_frequency), day=self.usual_day)

    @property
    def allocation(self) -> Allocation:
        """How the law's arithmetic is asked to apply money."""
        return Allocation(short=self.short_payment_split, fee_on_arrears=self.arrears_fee_4pct)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAccount:
    """Our account at the bank."""

    name: str
    sort_code: str
    number: str

    @property
    def bban(self) -> str:
        """Sort code and account number together, 14 digits, as UK banks write them in ISO 20022 files."""
        return self.sort_code + self.number


@cache
def readings() -> tuple[Reading, ...]:
    """Every reading with its reason, in the order of the file."""
    found = []
    for name, entry in tomllib.loads(FILE.read_text()).items():
        reading = Reading(name, entry["value"], entry["settles"], entry["why"], tuple(entry.get("choices", ())))
        if reading.choices and reading.value not in reading.choices:
            raise ValueError(f"{FILE.name}: {name} must be one of {', '.join(map(str, reading.choices))}")
        found.append(reading)
    return tuple(found)


@cache
def current() -> Settings:
    """The values; one that is missing, unknown or of another type stops here."""
    values = {reading.name: reading.value for reading in readings()}
    for field in fields(Settings):
        if type(values.get(field.name)) is not field.type:
            raise ValueError(f"{FILE.name}: {field.name} must be there and be {field.type}")
    return Settings(**values)


def own_account() -> OwnAccount:
    """The account that parents pay to and that payouts leave from."""
    return OwnAccount(
        name=django.CLIENT_ACCOUNT_NAME, sort_code=django.CLIENT_SORT_CODE, number=django.CLIENT_ACCOUNT_NUMBER
    )
