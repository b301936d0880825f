"""Acts on people: registering them, keeping up how to reach and pay them, tying an account to a person."""

import datetime as dt
import hashlib
import secrets

from django.db import transaction

from childmaintenance.foundation import audit, clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import new_reference
from childmaintenance.foundation.outbox import announce
from childmaintenance.parties.bank_details import checked_bank_account
from childmaintenance.parties.models import BankAccount, Child, ContactDetails, Invitation, Party
from childmaintenance.parties.terms import ContactRecord, InvitationRefused, PersonTold

# Long enough for a letter to arrive, be put aside and be found again; a new letter brings a new code.
INVITATION_LASTS = dt.timedelta(days=60)
# No letters or digits that look alike when read from paper.
CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"


@transaction.atomic
def register(*, told: PersonTold, account: str | None = None, by: Actor) -> str:
    """Register a person and how to reach them; answers their reference.

    Somebody else whose National Insurance number and date of birth are already known is that person: the second application
    about a paying parent reaches the same one. What they are called then stays as it was. The holder of an account is found
    by the account alone: a number that a former partner may know must open nobody's record.
    """
    known = _already_known(told, account)
    if known is not None:
        return known.reference
    party = Party.objects.create(
        reference=new_reference("P"),
        full_name=told.full_name,
        known_as=told.known_as or told.full_name.split()[0],
        date_of_birth=told.date_of_birth,
        nino=told.nino,
        registered_at=clock.now(),
        registered_by=by.reference,
    )
    if account:
        _tie(party, account)
    _add_contact(party, told, by)
    audit.record(by=by, act="parties.register", about=party.reference)
    return party.reference


@transaction.atomic
def complete_identity(*, party: str, date_of_birth: dt.date | None, nino: str, by: Actor) -> None:
    """Fill in what somebody else could not say of a person: only what is missing, never what is known already."""
    row = Party.objects.select_for_update().get(reference=party)
    given = {"date_of_birth": date_of_birth, "nino": nino}
    missing = [field for field, value in given.items() if value and not getattr(row, field)]
    if not missing:
        return
    for field in missing:
        setattr(row, field, given[field])
    row.save(update_fields=missing)
    audit.record(by=by, act="parties.complete_identity", about=party)
    announce("IdentityCompleted", party=party)


@transaction.atomic
def register_child(*, first_name: str, last_name: str, date_of_birth: dt.date, by: Actor) -> str:
    child = Child.objects.create(
        reference=new_reference("K"),
        first_name=first_name,
        full_name=f"{first_name} {last_name}".strip(),
        date_of_birth=date_of_birth,
    )
    audit.record(by=by, act="parties.register_child", about=child.reference)
    return child.reference


@transaction.atomic
def change_contact(*, party: str, to: ContactRecord, by: Actor) -> None:
    """Replace how to reach somebody. The old row stays, for what was already sent there."""
    row = Party.objects.select_for_update().get(reference=party)
    _add_contact(row, to, by)
    audit.record(by=by, act="parties.change_contact", about=party)


@transaction.atomic
def give_bank_account(
    *, party: str, account_name: str, sort_code: str, account_number: str, roll_number: str = "", by: Actor
) -> None:
    """Say where somebody is to be paid. Raises BankDetailsRefused when the numbers cannot be an account."""
    details = checked_bank_account(account_name, sort_code, account_number, roll_number)
    row = Party.objects.select_for_update().get(reference=party)
    BankAccount.objects.create(
        party=row,
        account_name=details.account_name,
        sort_code=details.sort_code,
        account_number=details.account_number,
        roll_number=details.roll_number,
        since=clock.now(),
        given_by=by.reference,
    )
    audit.record(by=by, act="parties.give_bank_account", about=party)


@transaction.atomic
def invite(*, party: str, by: Actor) -> str:
    """Make a one-time code for the letter to this person. An earlier unused code stops working."""
    row = Party.objects.select_for_update().get(reference=party)
    now = clock.now()
    Invitation.objects.filter(party=row, used_at=None, expires_at__gt=now).update(expires_at=now)
    code = "-".join("".join(secrets.choice(CODE_LETTERS) for _ in range(4)) for _ in range(3))
    Invitation.objects.create(
        party=row, code_hash=_hashed(code), made_at=now, expires_at=now + INVITATION_LASTS, used_at=None
    )
    audit.record(by=by, act="parties.invite", about=party)
    return code


@transaction.atomic
def accept_invitation(*, code: str, account: str, by: Actor) -> str:
    """Tie an account to the person the letter was written to; answers their reference. Raises InvitationRefused."""
    now = clock.now()
    invitation = (
        Invitation.objects.select_for_update()
        .filter(code_hash=_hashed(code), used_at=None, expires_at__gt=now)
        .select_related("party")
        .first()
    )
    taken = Party.objects.filter(account=account).exists()
    if invitation is None or invitation.party.account_id is not None or taken:
        raise InvitationRefused
    _tie(invitation.party, account)
    invitation.used_at = now
    invitation.save(update_fields=["used_at"])
    audit.record(by=by, act="parties.accept_invitation", about=invitation.party.reference)
    return invitation.party.reference


def _already_known(told: PersonTold, account: str | None) -> Party | None:
    people = Party.objects.select_for_update()
    if account:
        return people.filter(account=account).first()
    if told.nino and told.date_of_birth:
        return people.filter(nino=told.nino, date_of_birth=told.date_of_birth).order_by("pk").first()
    return None


def _tie(party: Party, account: str) -> None:
    party.account_id = account
    party.save(update_fields=["account"])


def _add_contact(party: Party, to: ContactRecord | PersonTold, by: Actor) -> None:
    ContactDetails.objects.create(
        party=party,
        language=to.language,
        email=to.email,
        phone=to.phone,
        address=to.address,
        postcode=to.postcode,
        safe_contact=to.safe_contact,
        large_print=to.large_print,
        also_as=to.also_as,
        since=clock.now(),
        given_by=by.reference,
    )


def _hashed(code: str) -> str:
    letters = "".join(character for character in code.upper() if character.isalnum())
    return hashlib.sha256(letters.encode()).hexdigest()
