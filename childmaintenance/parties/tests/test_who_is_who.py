"""Who is the same person, and who may never become somebody else."""

import datetime as dt

import pytest

from childmaintenance.accounts import actions as accounts
from childmaintenance.foundation.actor import Actor
from childmaintenance.parties import actions, queries
from childmaintenance.parties.terms import PersonTold

pytestmark = pytest.mark.django_db
STORY = Actor.system("story")
GARETH = PersonTold(full_name="Gareth Owen Pryce", date_of_birth=dt.date(1988, 11, 20), nino="QQ123456C")


def account(name: str) -> str:
    return accounts.open_account(
        email=f"{name}@example.org", password="five green kettles", name=name, language="en", by=STORY
    )


def test_two_people_who_name_the_same_number_and_birthday_name_one_person():
    assert actions.register(told=GARETH, by=STORY) == actions.register(told=GARETH, by=STORY)


def test_knowing_somebodys_number_and_birthday_opens_nobodys_record():
    gareth = actions.register(told=GARETH, by=STORY)
    stranger = actions.register(told=GARETH, account=account("stranger"), by=STORY)
    assert stranger != gareth
    assert not queries.party(gareth).has_account


def test_the_holder_of_an_account_is_always_the_same_person():
    mine = account("gareth")
    first = actions.register(told=GARETH, account=mine, by=STORY)
    assert actions.register(told=PersonTold(full_name="Somebody Else"), account=mine, by=STORY) == first
    assert queries.party(first).full_name == "Gareth Owen Pryce"


def test_what_is_missing_of_an_identity_is_filled_in_and_what_is_known_stays():
    gareth = actions.register(told=PersonTold(full_name="Gareth", date_of_birth=dt.date(1988, 11, 20)), by=STORY)
    actions.complete_identity(party=gareth, date_of_birth=dt.date(1999, 1, 1), nino="QQ123456C", by=STORY)
    identity = queries.identity(gareth)
    assert (identity.date_of_birth, identity.nino) == (dt.date(1988, 11, 20), "QQ123456C")
    actions.complete_identity(party=gareth, date_of_birth=None, nino="QQ654321A", by=STORY)
    assert queries.identity(gareth).nino == "QQ123456C"
