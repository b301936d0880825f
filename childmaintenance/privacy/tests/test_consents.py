"""What people allow, refuse and take back is written down as they said it, names nobody, and is erased in its time."""

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction

from childmaintenance.foundation import clock
from childmaintenance.foundation.language import in_language
from childmaintenance.privacy import consents
from childmaintenance.privacy.terms import Method, Purpose, Said

LONG_AGO = dt.date(2020, 3, 2)


def test_words_that_were_shown_are_never_edited():
    for one in consents.texts():
        assert one.digest() == one.published, f"{one.purpose} {one.number} was shown: write the next number instead"
        assert one.words["en"] != one.words["cy"]


def test_every_purpose_has_words_and_its_versions_follow_one_another():
    for purpose in Purpose:
        found = [one for one in consents.texts() if one.purpose is purpose]
        assert [one.number for one in found] == list(range(1, len(found) + 1)), purpose
        assert [one.since for one in found] == sorted(one.since for one in found)
        assert consents.text(purpose) == found[-1]
    with in_language("cy"):
        assert str(consents.text(Purpose.TAILORED)).startswith("A gawn ni")


@pytest.mark.django_db
def test_a_yes_stands_until_it_is_taken_back_and_both_stay_written_down():
    with in_language("cy"):
        who = consents.record(purpose=Purpose.REMINDERS, method=Method.EMAIL_LINK)
    assert consents.stands(purpose=Purpose.REMINDERS, who=who)
    assert not consents.stands(purpose=Purpose.COPIES, who=who)
    assert consents.withdraw(purpose=Purpose.REMINDERS, who=who)
    assert not consents.withdraw(purpose=Purpose.REMINDERS, who=who), "there is nothing left to take back"
    yes, no = consents.lines_of(who)
    assert (yes.said, yes.text, yes.language, yes.method) == (Said.YES, 1, "cy", Method.EMAIL_LINK)
    assert (no.said, no.language, no.method) == (Said.WITHDRAWN, "en", Method.PAGE)
    assert yes.said_at <= no.said_at


@pytest.mark.django_db
def test_an_objection_is_written_down_too():
    who = consents.record(purpose=Purpose.STATISTICS, allowed=False)
    assert [line.said for line in consents.lines_of(who)] == [Said.NO]
    consents.record(purpose=Purpose.STATISTICS, who=who)
    consents.record(purpose=Purpose.STATISTICS, who=who, allowed=False)
    assert [line.said for line in consents.lines_of(who)] == [Said.NO, Said.YES, Said.WITHDRAWN]


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["ann@example.org", "Ann Evans", "07700 900123", "short", "x" * 23])
def test_nobody_can_be_named(who):
    with pytest.raises(ValueError, match="names nobody"):
        consents.record(purpose=Purpose.COPIES, who=who)


@pytest.mark.django_db
def test_the_account_of_somebody_signed_in_is_named_by_its_reference():
    assert consents.record(purpose=Purpose.REFERRAL, who="U-7K3F-92QX-M") == "U-7K3F-92QX-M"


def test_a_token_leads_back_to_nothing():
    token = consents.token_of("N-7K3F-92QX-7K3F-92QX-M")
    assert token == consents.token_of("N-7K3F-92QX-7K3F-92QX-M") != consents.token_of("N-7K3F-92QX-7K3F-92QX-N")
    assert len(token) == len(consents.new_token()) == 22
    assert consents.new_token() != consents.new_token()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE privacy_consent SET said = 'yes'",
        "UPDATE privacy_consent SET forgotten_on = '2020-01-01' WHERE false",
        "DELETE FROM privacy_consent",
        "TRUNCATE privacy_consent",
        "ALTER TABLE privacy_consent DISABLE TRIGGER ALL",
    ],
)
def test_the_database_refuses_a_change_and_an_early_end(attack):
    who = consents.record(purpose=Purpose.COPIES)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(attack)
    assert len(consents.lines_of(who)) == 1


@pytest.mark.django_db
def test_each_line_is_erased_a_year_after_what_it_allowed_has_ended():
    with clock.travel(LONG_AGO):
        first = consents.record(purpose=Purpose.FIRST_STEP)
        assert consents.lines_of(first)[0].forgotten_on == LONG_AGO + dt.timedelta(days=28 + 365)
        chosen = consents.record(purpose=Purpose.REMINDERS, until=dt.date(2020, 12, 24))
        assert consents.lines_of(chosen)[0].forgotten_on == dt.date(2021, 12, 24)
    now = consents.record(purpose=Purpose.COPIES)
    with clock.travel(LONG_AGO):
        consents.forget()
        assert consents.lines_of(first), "in the town's past nothing is over yet"
    consents.forget()
    assert not consents.lines_of(first) and not consents.lines_of(chosen)
    assert consents.lines_of(now)


@pytest.mark.django_db
def test_a_no_outlives_the_yes_that_it_ends():
    with clock.travel(LONG_AGO):
        who = consents.record(purpose=Purpose.REMINDERS, until=dt.date(2999, 1, 1))
        consents.withdraw(purpose=Purpose.REMINDERS, who=who)
    consents.forget()
    assert not consents.stands(purpose=Purpose.REMINDERS, who=who)
    assert len({line.forgotten_on for line in consents.lines_of(who)}) == 1
