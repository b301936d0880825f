"""Which of the town's people is which account, party and case: opened once, remembered, found again on any later day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from childmaintenance.accounts import actions as accounts
from childmaintenance.accounts.terms import Role
from childmaintenance.demo.dues import Dues
from childmaintenance.demo.models import Household, Resident
from childmaintenance.demo.people import Colleague, Everybody, Family, Townsperson
from childmaintenance.foundation.actor import Actor, ActorKind

TOWN = Actor.system("town")


@dataclass
class Register:
    """The town's own address book, read once and kept in step with its rows."""

    people: Everybody
    first: dt.date
    last: dt.date
    accounts: dict[str, str] = field(default_factory=dict)
    parties: dict[str, str] = field(default_factory=dict)
    cases: dict[str, str] = field(default_factory=dict)
    dues: Dues = field(default_factory=Dues)

    @classmethod
    def open(cls, people: Everybody, *, first: dt.date, last: dt.date) -> Register:
        """The address book as it was left."""
        book = cls(people, first, last)
        for resident in Resident.objects.all():
            if resident.account_id:
                book.accounts[resident.key] = resident.account_id
            if resident.party_id:
                book.parties[resident.key] = resident.party_id
        book.cases = dict(Household.objects.values_list("family", "case_id"))
        for case in book.cases.values():
            book.dues.learn(case)
        return book

    def family_of(self, case: str) -> Family | None:
        """The family whose case this is; None for a case that a visitor made."""
        return next((self.people.by_key[key] for key, known in self.cases.items() if known == case), None)

    def payer(self, family: Family) -> str:
        """The key of the person who pays in this family; somebody who pays for two families has one."""
        return f"{family.payer}.paying"

    def key_of(self, family: Family, side: str) -> str:
        """The key of a parent."""
        return self.payer(family) if side == "paying" else f"{family.key}.receiving"

    def actor(self, key: str, person: Townsperson) -> Actor:
        """Somebody with an account, acting for themselves."""
        return Actor(ActorKind.PERSON, self.accounts[key], person.name)

    def open_account(self, key: str, person: Townsperson) -> str:
        """Open somebody's account, once; answers its reference."""
        if key not in self.accounts:
            account = accounts.open_account(
                email=person.email,
                password=None,  # they are signed in by the picker; nobody has to know a password
                name=person.name,
                language="cy" if person.language == "cy" else "en",
                by=TOWN,
                email_proved=True,
            )
            self._remember(key, account=account)
        return self.accounts[key]

    def appoint(self, colleague: Colleague) -> str:
        """Open a colleague's account and give them their roles."""
        key = f"staff.{colleague.key}"
        if key not in self.accounts:
            account = accounts.open_account(
                email=colleague.email,
                password=None,
                name=colleague.name,
                language=colleague.language,
                by=TOWN,
                email_proved=True,
            )
            for role in colleague.roles:
                accounts.appoint_staff(account=account, role=Role[role], by=TOWN)
            accounts.enrol_totp(account=account, by=TOWN)
            self._remember(key, account=account)
        return self.accounts[key]

    def colleague(self, role: str, turn: int) -> Actor:
        """One of the colleagues with a role, by turns."""
        holders = [one for one in self.people.staff if role in one.roles]
        chosen = holders[turn % len(holders)]
        return Actor(ActorKind.STAFF, self.accounts[f"staff.{chosen.key}"], chosen.name)

    def remember_case(self, family: Family, case: str, *, receiving: str, paying: str) -> None:
        """Remember whose case this is."""
        Household.objects.get_or_create(family=family.key, defaults={"case_id": case})
        self.cases[family.key] = case
        self._remember(self.key_of(family, "receiving"), party=receiving)
        self._remember(self.key_of(family, "paying"), party=paying)

    def _remember(self, key: str, *, account: str = "", party: str = "") -> None:
        given = {name: value for name, value in (("account_id", account), ("party_id", party)) if value}
        Resident.objects.update_or_create(key=key, defaults=given)
        if account:
            self.accounts[key] = account
        if party:
            self.parties[key] = party
