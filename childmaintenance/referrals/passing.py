"""Giving the sheet to the organisation. A person does it; what is kept is what it said, word for word, and how it was given."""

from django.db import transaction

from childmaintenance.correspondence.blocks import Block, bullets, paragraph
from childmaintenance.correspondence.sheets import Sheet, sheet_pdf
from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.language import in_language
from childmaintenance.privacy import consents
from childmaintenance.privacy.terms import Purpose
from childmaintenance.referrals.queries import referral
from childmaintenance.referrals.steps import at, note, still_fit
from childmaintenance.referrals.terms import CannotDoThat, Kind, Passed, ReferralRecord, Standing
from childmaintenance.referrals.wording import heading, lines, sheet_words


def sheet(*, reference: str, by: Actor) -> bytes:
    """The sheet as a PDF for staff to give, while somebody's agreement stands. Raises CannotDoThat."""
    record = referral(reference)
    if not _stands(record) or record.standing not in (Standing.AGREED, Standing.HANDED_OVER):
        raise CannotDoThat
    audit.read(by=by, about=record.party, why="made the sheet of a referral", case=record.case)
    told = list(lines(record, record.agreed).values())
    blocks: list[Block] = []
    for words in sheet_words(record):
        if words in told:
            if words == told[0]:
                blocks.append(bullets(told))
        else:
            blocks.append(paragraph(words))
    with in_language(record.language):
        return sheet_pdf(Sheet(heading=heading(record), made_on=clock.today(), blocks=blocks))


@transaction.atomic
def hand_over(*, reference: str, how: Passed, by: Actor) -> None:
    """The organisation has been told what the sheet says. Raises CannotDoThat unless somebody's agreement stands."""
    record = at(reference, Standing.AGREED)
    still_fit(record)
    if not _stands(record):
        raise CannotDoThat
    note(record, Kind.HANDED_OVER, how=how, words=sheet_words(record), said_on=clock.today(), by=by)


@transaction.atomic
def note_told_to_forget(*, reference: str, how: Passed, by: Actor) -> None:
    """The organisation has been told that it was taken back. Raises CannotDoThat."""
    record = at(reference, Standing.TO_BE_FORGOTTEN)
    note(record, Kind.TOLD_TO_FORGET, how=how, said_on=clock.today(), by=by)


def _stands(record: ReferralRecord) -> bool:
    return consents.stands(purpose=Purpose.REFERRAL, who=consents.token_of(record.reference))
