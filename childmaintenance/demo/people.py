"""Reads the people of the town, and gives each the numbers that belong to nobody: telephone, NINO, account, postcode."""

from __future__ import annotations

import datetime as dt
import random
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("families.toml")
NEVER_ISSUED = "QQ"  # no National Insurance number begins so
NO_BANK = "0000"  # no sort code begins so
NO_POSTCODE = "ZZ99"  # no such postcode area
DRAMA_MOBILES = "07700 900"  # Ofcom keeps 07700 900000 to 900999 for drama


@dataclass(frozen=True, kw_only=True)
class Townsperson:
    """Somebody of the town. `born` is worked out from the age on the town's first day."""

    key: str
    name: str
    born: dt.date
    nino: str
    language: str
    phone: str
    email: str
    address: str
    postcode: str
    sort_code: str
    account_number: str
    large_print: bool = False

    @property
    def known_as(self) -> str:
        """The name people call them by."""
        return self.name.split()[0]

    @property
    def account_name(self) -> str:
        """The name on their account, as banks print it."""
        first, *_, last = self.name.split()
        return f"{first[0]} {last}".upper()


@dataclass(frozen=True, kw_only=True)
class Child:
    """A child of a family; `other_says` is what the parent who did not apply says about the nights."""

    name: str
    last_name: str
    born: dt.date
    nights: int
    other_says: int | None


@dataclass(frozen=True, kw_only=True)
class Slip:
    """Something that goes wrong once, with the first payment due from a day on."""

    what: str
    on: dt.date


@dataclass(frozen=True, kw_only=True)
class Habit:
    """How somebody pays; habits.py says what each word means."""

    how: str
    every: str = "M"
    days: int = 0
    percent: int = 100
    stops: dt.date | None = None
    starts_again: dt.date | None = None
    typed: str = ""
    slips: tuple[Slip, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Family:
    """One case to be: who applies when, what is said, how it is paid, and the story in a sentence."""

    key: str
    story: str
    applies_on: dt.date
    by: str
    territory: str
    receiving: Townsperson
    paying: Townsperson
    payer: str  # the key of the family whose paying parent this is
    children: tuple[Child, ...]
    wish: str
    their_wish: str | None
    answers: int | None
    opens_account: int | None
    holds_letter: bool
    waits: bool
    abuse: str
    moved: bool
    safe: str
    benefit: str | None
    other_children: int | None
    found_nights: int | None
    finding: dict[str, Any] | None
    pay: dict[str, Any] | None
    pays: Habit | None
    closes_account: int | None
    new_account_after: int | None
    hmrc: str
    income: tuple[int, ...]
    self_employed: bool


@dataclass(frozen=True, kw_only=True)
class Halfway:
    """Somebody who has begun an application and not finished it."""

    person: Townsperson
    on: dt.date


@dataclass(frozen=True, kw_only=True)
class Stranger:
    """Somebody the service does not know, who pays into its account by mistake."""

    name: str
    pence: int
    words: str
    on: dt.date


@dataclass(frozen=True, kw_only=True)
class Colleague:
    """A member of staff."""

    key: str
    name: str
    roles: tuple[str, ...]
    language: str

    @property
    def email(self) -> str:
        """Their address at work."""
        return f"{self.key}@staff.example.org"


@dataclass(frozen=True, kw_only=True)
class Everybody:
    """The whole town."""

    families: tuple[Family, ...]
    halfway: tuple[Halfway, ...]
    strangers: tuple[Stranger, ...]
    staff: tuple[Colleague, ...]
    seed: int = 0
    by_key: dict[str, Family] = field(default_factory=dict)


@cache
def everybody(first: dt.date, last: dt.date, seed: int = 1) -> Everybody:
    """The people of a town that is built by living from one day to another. The same days and seed give the same people."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    families: dict[str, Family] = {}
    for number, row in enumerate(data["family"]):
        families[row["key"]] = _family(row, number, first, last, seed, families)
    halfway = tuple(
        Halfway(person=_person(row["key"], row["person"], 900 + n, first, seed), on=_day(row, first, last))
        for n, row in enumerate(data.get("halfway", []))
    )
    strangers = tuple(
        Stranger(name=row["name"], pence=round(row["pounds"] * 100), words=row["words"], on=_day(row, first, last))
        for row in data.get("stranger", [])
    )
    staff = tuple(
        Colleague(key=row["key"], name=row["name"], roles=tuple(row["roles"]), language=row.get("language", "en"))
        for row in data["staff"]
    )
    return Everybody(
        families=tuple(families.values()), halfway=halfway, strangers=strangers, staff=staff, seed=seed, by_key=families
    )


def _family(
    row: dict[str, Any], number: int, first: dt.date, last: dt.date, seed: int, known: dict[str, Family]
) -> Family:
    key = row["key"]
    receiving = _person(f"{key}.receiving", row["receiving"], 2 * number, first, seed)
    if same := row["paying"].get("same_as"):
        paying, payer, earns = known[same].paying, known[same].payer, known[same]
        income, self_employed, hmrc = earns.income, earns.self_employed, earns.hmrc
        habit = None  # they pay one sum for both, with the habit they have
    else:
        paying, payer = _person(f"{key}.paying", row["paying"], 2 * number + 1, first, seed), key
        income, self_employed = tuple(row["paying"]["income"]), row["paying"].get("self_employed", False)
        hmrc, habit = row["paying"].get("hmrc", ""), row.get("pays")
    return Family(
        key=key,
        story=row["story"],
        applies_on=_day(row, first, last),
        by=row["by"],
        territory=row.get("territory", "GB"),
        receiving=receiving,
        paying=paying,
        payer=payer,
        children=tuple(_child(child, receiving, paying, first, seed) for child in row["children"]),
        wish=row["wish"],
        their_wish=row.get("their_wish"),
        answers=row.get("answers"),
        opens_account=row.get("opens_account", row.get("answers")),
        holds_letter=row.get("holds_letter", False),
        waits=row.get("waits", False),
        abuse=row.get("abuse", ""),
        moved=row.get("moved", False),
        safe=row.get("safe", ""),
        benefit=row.get("benefit"),
        other_children=row.get("other_children"),
        found_nights=row.get("found_nights"),
        finding=row.get("finding"),
        pay=row.get("pay"),
        pays=_habit(habit, row["pay"]["every"], first, last) if habit else None,
        closes_account=row["receiving"].get("closes_account"),
        new_account_after=row["receiving"].get("new_account_after"),
        hmrc=hmrc,
        income=income,
        self_employed=self_employed,
    )


def _habit(row: dict[str, Any], every: str, first: dt.date, last: dt.date) -> Habit:
    days = {name: first + dt.timedelta(days=row[name]) for name in ("stops", "starts_again") if name in row}
    slips = tuple(
        Slip(
            what=slip["what"],
            on=first + dt.timedelta(days=slip["day"]) if "day" in slip else last - dt.timedelta(days=slip["ago"]),
        )
        for slip in row.get("slips", [])
    )
    return Habit(**{**row, **days, "slips": slips, "every": every})


def _person(key: str, row: dict[str, Any], number: int, first: dt.date, seed: int) -> Townsperson:
    chance = random.Random(f"{seed}:{key}")  # noqa: S311 - invented people need no secrets
    born = _years_before(first, row["age"]) - dt.timedelta(days=chance.randrange(20, 340))
    where, place = row["home"].rsplit(", ", 1)
    slug = row["name"].lower().replace("'", "").split()
    return Townsperson(
        key=key,
        name=row["name"],
        born=born,
        nino=f"{NEVER_ISSUED}{100000 + number * 877 % 900000:06d}{'ABCD'[number % 4]}",
        language=row.get("language", "en"),
        phone=f"{DRAMA_MOBILES}{number % 1000:03d}",
        email=f"{slug[0]}.{slug[-1]}@example.org",
        address=f"{where}\n{place}",
        postcode=f"{NO_POSTCODE} {number % 9 + 1}{'ABDEFGHJLN'[number % 10]}{'PQRSTUWXYZ'[number // 10 % 10]}",
        sort_code=f"{NO_BANK}{number % 90 + 10:02d}",
        account_number=f"{10000000 + number * 7919:08d}",
        large_print=row.get("large_print", False),
    )


def _child(row: list[Any], receiving: Townsperson, paying: Townsperson, first: dt.date, seed: int) -> Child:
    name, age, nights, *other = row
    chance = random.Random(f"{seed}:{receiving.key}:{name}")  # noqa: S311 - as above
    return Child(
        name=name,
        last_name=(paying if chance.random() < 0.7 else receiving).name.split()[-1],
        born=_years_before(first, age) - dt.timedelta(days=chance.randrange(10, 350)),
        nights=nights,
        other_says=other[0] if other else None,
    )


def _day(row: dict[str, Any], first: dt.date, last: dt.date) -> dt.date:
    """`day` counts from the first day, `ago` back from the last."""
    return first + dt.timedelta(days=row["day"]) if "day" in row else last - dt.timedelta(days=row["ago"])


def _years_before(day: dt.date, years: int) -> dt.date:
    return dt.date(day.year - years, day.month, min(day.day, 28))


def tax_record(family: Family, first: dt.date) -> dict[str, Any]:
    """What HMRC holds about a family's paying parent, as a row of the stand-in's people file."""
    person = family.paying
    ended = first.year if (first.month, first.day) > (4, 5) else first.year - 1
    years: dict[str, Any] = {}
    for n, pounds in enumerate(family.income):
        year = ended + n
        part: dict[str, Any] = {"employmentIncome": f"{pounds}.00"}
        if family.self_employed:
            part = {"employmentIncome": "0.00", "tradingProfits": f"{pounds}.00"}
        elif pounds >= 20_000:  # an employer takes pension contributions off before HMRC counts the pay
            part["pensionContributionsRelieved"] = f"{pounds // 19}.00"
        name = f"{year - 1}-{year % 100:02d}"
        years[name] = {"self_assessment": part} if family.self_employed else {"paye": part}
    return {
        "nino": person.nino,
        "full_name": person.name,
        "date_of_birth": person.born.isoformat(),
        "years": years,
        "mischief": {"how": family.hmrc} if family.hmrc else {},
    }
