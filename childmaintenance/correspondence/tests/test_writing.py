"""Writing letters: kept as sent, once a key, in the reader's language, and without a word about where the other parent is."""

import datetime as dt
import hashlib
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections, transaction

from childmaintenance.cases.tests.families import somebody
from childmaintenance.correspondence import queries
from childmaintenance.correspondence.actions import note_reading, write_letter
from childmaintenance.correspondence.models import Letter
from childmaintenance.correspondence.terms import Channel, KeyReused, Kind, MissingFact, UnusableFact, WouldReveal
from childmaintenance.correspondence.tests.reading_pdf import letters_of, opened, words_of
from childmaintenance.correspondence.tests.samples import every_letter
from childmaintenance.correspondence.tests.stories import (
    BY,
    given_a_family,
    given_contact,
    given_gareth_has_an_account,
    write,
)
from childmaintenance.foundation import audit, clock, outbox
from childmaintenance.foundation.actor import Actor
from childmaintenance.law import RULEBOOK
from childmaintenance.parties import actions as parties
from childmaintenance.parties import queries as people
from childmaintenance.parties.terms import PersonTold

ON = dt.date(2027, 1, 5)


@pytest.mark.django_db
def test_a_letter_is_kept_exactly_as_it_was_sent() -> None:
    with clock.travel(ON):
        family = given_a_family()
        reference = write(family, "told", children=["Elin", "Macsen"])
    record, pdf = queries.letter(reference), queries.pdf(reference)
    assert (record.kind, record.to, record.case) == (Kind.PAYING_PARENT_TOLD, family.gareth, family.case)
    assert (record.written_on, record.channel, record.languages) == (ON, Channel.POST, ("en",))
    assert record.sha256 == hashlib.sha256(pdf).hexdigest()
    assert record.rulebook == RULEBOOK
    (part,) = record.parts
    assert part.greeting == "Dear Gareth Owen Pryce"
    assert reference in words_of(pdf)
    for text in (part.heading, part.greeting, "14 Quarry Row", "ZZ99 3BB"):
        assert text in words_of(pdf)
    (line,) = [one for one in audit.trail(about=reference) if one.act == "correspondence.write_letter"]
    assert line.case == family.case
    assert [event.references for event in outbox.announced("LetterWritten")].count({"letter": reference}) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("name", every_letter())
def test_every_kind_can_be_written_and_found(name: str) -> None:
    with clock.travel(ON):
        family = given_a_family()
        receiving = name.endswith(("-receiving", "-payout")) or name in ("received", "receiving-told")
        to = family.catrin if receiving else family.gareth
        reference = write(family, name, to=to)
    assert [line.reference for line in queries.letters_of(to)] == [reference]
    assert [line.reference for line in queries.letters_of(to, family.case)] == [reference]
    assert [line.reference for line in queries.letters_of_case(family.case)] == [reference]
    assert queries.letters_of(to, "C-other") == []
    assert queries.letter(reference).languages == (("cy",) if receiving else ("en",))


@pytest.mark.django_db
def test_the_same_key_is_the_same_letter() -> None:
    with clock.travel(ON):
        family = given_a_family()
        first = write(family, "review")
        assert write(family, "review", weekly_pence=1) == first
        assert write(family, "review", key="two") != first
        for other in (lambda: write(family, "missed"), lambda: write(family, "review", to=family.catrin)):
            with pytest.raises(KeyReused):
                other()
    assert Letter.objects.count() == 2


@pytest.mark.django_db
def test_facts_that_make_something_are_asked_for_only_when_the_letter_is_written() -> None:
    made: list[str] = []
    with clock.travel(ON):
        family = given_a_family()

        def facts() -> dict[str, object]:
            made.append(parties.invite(party=family.gareth, by=BY))
            return {**every_letter()["told"][1], "invitation_code": made[-1]}

        for _ in range(3):
            reference = write_letter(
                kind=Kind.PAYING_PARENT_TOLD, to=family.gareth, case=family.case, facts=facts, key="told", by=BY
            )
        assert len(made) == 1
        assert made[0] in words_of(queries.pdf(reference))
        account = somebody("Gareth")  # who types in the code from the letter
        parties.accept_invitation(code=made[0], account=account.reference, by=account)
    assert people.party(family.gareth).has_account


@pytest.mark.django_db
def test_a_letter_with_a_gap_is_not_kept_and_nobody_is_told() -> None:
    with clock.travel(ON):
        family = given_a_family()
        before = len(outbox.announced())
        with pytest.raises(MissingFact, match="weekly_pence"):
            write(family, "review", weekly_pence=None)
        with pytest.raises(UnusableFact, match="effective_from"):
            write(family, "told", effective_from="2027-01-06")
    assert not Letter.objects.exists()
    assert len(outbox.announced()) == before
    assert not queries.is_written("one")


def test_two_at_once_write_one_letter(own_database: str) -> None:
    family = given_a_family()
    together = Barrier(6)

    def work(number: int) -> str:
        try:
            together.wait(timeout=20)
            return write(family, "review", key=f"key-{number % 2}")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as threads:
        written = list(threads.map(work, range(6)))
    assert len(set(written)) == 2
    assert Letter.objects.count() == 2
    assert len(outbox.announced("LetterWritten")) == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "postcode", "languages"),
    [("en", "CF10 1AA", ("en",)), ("cy", "", ("cy",)), ("both", "", ("cy", "en")), ("", "SA1 1AA", ("cy", "en"))],
)
def test_the_letter_is_in_the_readers_language(language: str, postcode: str, languages: tuple[str, ...]) -> None:
    with clock.travel(ON):
        family = given_a_family(language=language, postcode=postcode)
        record = queries.letter(write(family, "review"))
    assert record.languages == languages
    assert [part.language for part in record.parts] == list(languages)
    assert opened(queries.pdf(record.reference)).trailer["/Root"]["/Lang"] == f"{languages[0]}-GB"
    line = queries.letters_of(family.gareth)[0]
    assert set(line.headings) == set(languages)


@pytest.mark.django_db
def test_large_print_is_remembered_with_the_letter() -> None:
    with clock.travel(ON):
        family = given_a_family()
        usual = queries.letter(write(family, "decision"))
        given_contact(family.gareth, large_print=True)
        large = queries.letter(write(family, "decision", key="two"))
    assert not usual.large_print
    assert large.large_print
    assert large.parts[0].blocks == usual.parts[0].blocks
    assert len(opened(queries.pdf(large.reference)).pages) > len(opened(queries.pdf(usual.reference)).pages)


@pytest.mark.django_db
def test_somebody_with_an_account_is_written_to_online_and_has_a_day_less() -> None:
    with clock.travel(ON):
        family = given_a_family()
        by_post = write(family, "decision", key="post")
        given_gareth_has_an_account(family)
        online = write(family, "decision", key="online")
    assert "6 February 2027" in words_of(queries.pdf(by_post))
    assert "5 February 2027" in words_of(queries.pdf(online))
    assert queries.letters_to_post(ON) == [by_post]
    assert queries.letters_to_post(ON + dt.timedelta(days=1)) == []


LEAKS = {
    "address": "3 Heol y Felin",
    "postcode": "ZZ99 3AA",
    "postcode, otherwise written": "zz993aa",
    "phone": "07700 900111",
    "phone, otherwise written": "(07700)-900-111",
    "e-mail": "catrin@example.org",
    "account": "12345678",
}


@pytest.mark.django_db
@pytest.mark.parametrize("leak", LEAKS)
def test_a_letter_that_would_tell_where_the_other_parent_is_is_refused(leak: str) -> None:
    with clock.travel(ON):
        family = given_a_family()
        for name, fact in (("told", "applicant"), ("decision", "other_parent"), ("plan-direct", "other_parent")):
            with pytest.raises(WouldReveal) as refused:
                write(family, name, **{fact: f"Catrin of {LEAKS[leak]}"}, key=name)
            assert LEAKS[leak] not in str(refused.value)
        with pytest.raises(WouldReveal):
            write(family, "told", children=["Elin", LEAKS[leak]], key="child")
        # To Catrin herself it tells nothing new.
        write(family, "review-receiving", to=family.catrin, children=["Elin", LEAKS[leak]], key="catrin")
    assert Letter.objects.count() == 1


@pytest.mark.django_db
def test_an_address_made_of_our_own_words_holds_no_letter_up() -> None:
    """Catrin calls her house by words that stand in every letter; Gareth's letters go out all the same."""
    with clock.travel(ON):
        family = given_a_family()
        given_contact(family.catrin, address="Child maintenance", postcode="")
        assert write(family, "told")


@pytest.mark.django_db
def test_what_both_parents_have_is_no_secret() -> None:
    with clock.travel(ON):
        family = given_a_family()
        given_contact(family.gareth, postcode="ZZ99 3AA")
        assert write(family, "told", children=["ZZ99 3AA"])


@pytest.mark.django_db
def test_a_letter_about_a_case_goes_to_its_parents_only() -> None:
    with clock.travel(ON):
        family = given_a_family()
        stranger = parties.register(told=PersonTold(full_name="Owen Gwilym Bevan"), by=BY)
        with pytest.raises(WouldReveal, match="not a parent"):
            write(family, "review", to=stranger)


@pytest.mark.django_db
def test_no_letter_to_one_parent_holds_anything_that_is_only_the_others() -> None:
    """Every kind, to the parent it is for: the other's address, phone, e-mail and account are nowhere in the file or the row."""
    with clock.travel(ON):
        family = given_a_family(email="gareth@example.org")
        parties.give_bank_account(
            party=family.gareth, account_name="G O Pryce", sort_code="20-15-75", account_number="87654321", by=BY
        )
        for name in every_letter():
            receiving = name.endswith(("-receiving", "-payout")) or name in ("received", "receiving-told")
            to, other = (family.catrin, family.gareth) if receiving else (family.gareth, family.catrin)
            reference = write(family, name, to=to, key=name)
            contact, account = people.contact(other), people.bank_account(other)
            assert account is not None
            said = letters_of(queries.pdf(reference)) + str(queries.letter(reference).parts)
            for secret in (*contact.address.splitlines(), contact.postcode, contact.phone, contact.email):
                assert secret not in said
                assert "".join(secret.split()) not in said
            assert account.account_number not in said


@pytest.mark.django_db
@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE correspondence_letter SET sha256 = 'x'",
        "DELETE FROM correspondence_letter",
        "TRUNCATE correspondence_letter CASCADE",
        "UPDATE correspondence_reading SET by = 'x'",
        "DELETE FROM correspondence_notice",
        "ALTER TABLE correspondence_letter DISABLE TRIGGER ALL",
    ],
)
def test_nobody_changes_what_was_sent(attack: str) -> None:
    with clock.travel(ON):
        write(given_a_family(), "review")
    with pytest.raises(Exception, match=r"refused|denied|owner"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(attack)
    assert Letter.objects.exclude(sha256="x").count() == 1


@pytest.mark.django_db
def test_the_first_reading_is_kept() -> None:
    gareth = Actor("person", "U-gareth", "Gareth")
    with clock.travel(ON):
        family = given_a_family()
        reference = write(family, "review")
        assert queries.letter(reference).first_read_at is None
        note_reading(letter=reference, by=gareth)
        first = queries.letter(reference).first_read_at
    with clock.travel(ON + dt.timedelta(days=3)):
        note_reading(letter=reference, by=gareth)
    assert first is not None
    assert queries.letter(reference).first_read_at == first
    assert queries.letters_of(family.gareth)[0].first_read_at == first


@pytest.mark.django_db
def test_staff_do_not_see_the_code_that_opens_somebodys_account() -> None:
    with clock.travel(ON):
        family = given_a_family(language="both")
        record = queries.letter(write(family, "told"))
        plain = queries.letter(write(family, "review", key="two"))
    assert record.has_secret
    assert not plain.has_secret
    assert "K7QF-M2XD-P9RT" in str(record.parts)
    assert "K7QF-M2XD-P9RT" not in str(queries.for_staff(record).parts)
    assert "shown to the reader only" in str(queries.for_staff(record).parts)
    assert queries.for_staff(plain) == plain


@pytest.mark.django_db
def test_a_letter_that_is_not_there_is_a_key_error() -> None:
    for ask in (queries.letter, queries.pdf):
        with pytest.raises(KeyError):
            ask("L-0000-0000-0")
