"""Offering somebody to be put in touch: for caseworkers, on a case."""

from collections.abc import Collection

from django.db import transaction

from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import Side
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import new_reference
from childmaintenance.foundation.language import ENGLISH, WELSH, in_language
from childmaintenance.foundation.locks import hold
from childmaintenance.guidance.organisations.needs import Topic
from childmaintenance.parties import queries as people
from childmaintenance.referrals.choosing import may_be_offered
from childmaintenance.referrals.models import Referral
from childmaintenance.referrals.queries import referrals_of
from childmaintenance.referrals.terms import WAYS, CannotDoThat, Item, NothingToTell, Standing
from childmaintenance.referrals.wording import language_in_words

OPEN = (Standing.OFFERED, Standing.AGREED)


@transaction.atomic
def offer(
    *, case: str, side: Side, organisation: str, topic: Topic, items: Collection[Item], why: str, by: Actor
) -> str:
    """Offer a parent to be put in touch, and give the reference. Nothing is told to anybody.

    Raises NotForThem, NothingToTell, and CannotDoThat where the same was offered and is still open.
    """
    record = cases.case(case)
    found = may_be_offered(record, organisation)
    party = record.party(side)
    hold(f"offers to {party}")  # the same button, pressed twice
    language = sheet_language(party)
    known = what_may_be_told(party, topic)
    told = {item.value: known[item] for item in Item if item in items and item in known}
    if set(told) != {item.value for item in items} or not WAYS.intersection(items):
        raise NothingToTell
    if any(one.organisation == organisation and one.standing in OPEN for one in referrals_of(party)):
        raise CannotDoThat
    with in_language(language):
        called = found.name
    row = Referral.objects.create(
        reference=new_reference("H"),
        case_id=case,
        party_id=party,
        organisation=organisation,
        called=called,
        topic=topic,
        why=why,
        language=language,
        told=told,
        offered_at=clock.now(),
        offered_by=by.reference,
    )
    audit.record(by=by, act="referrals.offer", about=party, why=row.reference, case=case)
    return row.reference


def what_may_be_told(party: str, topic: Topic) -> dict[Item, str]:
    """What is known of somebody that could be told, in the language that they read."""
    contact = people.contact(party)
    with in_language(sheet_language(party)):
        known = {
            Item.NAME: people.party(party).full_name,
            Item.PHONE: contact.phone,
            Item.EMAIL: contact.email,
            Item.ADDRESS: ", ".join([*contact.address.splitlines(), contact.postcode]).strip(", "),
            Item.SAFE_CONTACT: " ".join(contact.safe_contact.split()),
            Item.LANGUAGE: language_in_words(contact.language),
            Item.TOPIC: topic.label,
        }
    return {item: words for item, words in known.items() if words}


def sheet_language(party: str) -> str:
    """Welsh for who reads Welsh alone, so that they read what is told; otherwise English, which every organisation reads."""
    return WELSH if people.contact(party).language == WELSH else ENGLISH
