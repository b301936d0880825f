"""Acts of correspondence: writing a letter, telling its reader that it is there, noting that it was read."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from django.db import IntegrityError, transaction

from childmaintenance.correspondence.address_shield import refuse_to_reveal
from childmaintenance.correspondence.composing import compose
from childmaintenance.correspondence.languages import languages_for
from childmaintenance.correspondence.models import Letter, Reading
from childmaintenance.correspondence.notices import tell_of_letter
from childmaintenance.correspondence.paper.letter import print_letter
from childmaintenance.correspondence.queries import is_written
from childmaintenance.correspondence.terms import Channel, KeyReused, Kind, Sending
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import new_reference
from childmaintenance.foundation.locks import hold
from childmaintenance.foundation.outbox import announce
from childmaintenance.law import RULEBOOK
from childmaintenance.parties import queries as parties

__all__ = ["is_written", "note_reading", "tell_of_letter", "write_letter"]


@transaction.atomic
def write_letter(
    *,
    kind: Kind,
    to: str,
    case: str,
    facts: Mapping[str, Any] | Callable[[], Mapping[str, Any]],
    key: str,
    by: Actor,
) -> str:
    """Write a letter to one party and keep exactly what was sent; answers its reference.

    Asked again with the same key, even at the same moment, it is the letter already written. `facts` may be a function: it is
    called only when the letter is really written, which is where to make a one-time code. Raises CannotWrite, and then nothing
    is kept: MissingFact, UnknownFact, UnusableFact, WouldReveal, or KeyReused for another letter under the same key.
    """
    hold(f"letter:{key}")
    if earlier := Letter.objects.filter(key=key).only("reference", "kind", "to", "case").first():
        if (earlier.kind, earlier.to_id, earlier.case) != (kind, to, case):
            raise KeyReused(f"{kind}: the key belongs to another letter")
        return earlier.reference

    reader, contact = parties.party(to), parties.contact(to)
    sending = Sending(
        reference=new_reference("L"),
        case=case,
        to_name=reader.full_name,
        on=clock.today(),
        channel=Channel.ONLINE if reader.has_account else Channel.POST,
    )
    languages = languages_for(contact.language, contact.postcode)
    told = facts() if callable(facts) else facts
    parts = compose(Kind(kind), told, sending, languages)
    refuse_to_reveal({**told, "to_name": sending.to_name}, to=to, case=case)
    address = [*contact.address.splitlines(), contact.postcode]
    paper = print_letter(sending, [line for line in address if line.strip()], parts, large_print=contact.large_print)
    Letter.objects.create(
        reference=sending.reference,
        key=key,
        kind=kind,
        to_id=to,
        case=case,
        channel=sending.channel,
        languages=list(languages),
        large_print=contact.large_print,
        parts=[vars(part) for part in parts],
        pdf=paper.pdf,
        sha256=hashlib.sha256(paper.pdf).hexdigest(),
        rulebook=RULEBOOK,
        written_on=sending.on,
        written_at=clock.now(),
        written_by=by.reference,
    )
    audit.record(by=by, act="correspondence.write_letter", about=sending.reference, case=case)
    announce("LetterWritten", letter=sending.reference)
    return sending.reference


def note_reading(*, letter: str, by: Actor) -> None:
    """Keep that somebody opened a letter, the first time they do."""
    row = Letter.objects.only("id").get(reference=letter)
    try:
        with transaction.atomic():
            Reading.objects.create(letter=row, by=by.reference, at=clock.now())
    except IntegrityError:
        # Two browser tabs at the same moment: the first has been kept.
        return
