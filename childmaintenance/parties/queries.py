"""Questions about people. Answers are records; contact and bank details are asked for separately and on purpose."""

from collections.abc import Iterable

from django.db.models import OuterRef, QuerySet, Subquery

from childmaintenance.parties.models import BankAccount, Child, ContactDetails, Party
from childmaintenance.parties.terms import (
    BankAccountRecord,
    ChildRecord,
    ContactRecord,
    CorrespondenceLanguage,
    IdentityRecord,
    PartyRecord,
)


def party(reference: str) -> PartyRecord:
    """The party with this reference. Raises KeyError when there is none."""
    return parties([reference])[reference]


def parties(references: Iterable[str]) -> dict[str, PartyRecord]:
    """Several parties at once, by reference. Raises KeyError when one of them does not exist."""
    wanted = set(references)
    records = {row.reference: _party(row) for row in _parties().filter(reference__in=wanted)}
    if missing := wanted - records.keys():
        raise KeyError(f"no such party: {sorted(missing)}")
    return records


def party_of_account(account: str) -> PartyRecord | None:
    """The party that signs in with this account, or None before they are tied to one."""
    row = _parties().filter(account=account).first()
    return _party(row) if row else None


def contact(reference: str) -> ContactRecord:
    """How to reach this party now. For the party themselves and for staff only."""
    row = ContactDetails.objects.filter(party__reference=reference).order_by("-id").first()
    if row is None:
        return ContactRecord(language=CorrespondenceLanguage.ENGLISH)
    return ContactRecord(
        language=row.language,
        email=row.email,
        phone=row.phone,
        address=row.address,
        postcode=row.postcode,
        safe_contact=row.safe_contact,
        large_print=row.large_print,
        also_as=row.also_as,
    )


def identity(reference: str) -> IdentityRecord:
    """What the income request to the tax authority is made with."""
    row = Party.objects.get(reference=reference)
    return IdentityRecord(
        reference=row.reference, full_name=row.full_name, date_of_birth=row.date_of_birth, nino=row.nino
    )


def bank_account(reference: str) -> BankAccountRecord | None:
    """Where this party is paid now, or None when they have not said."""
    return bank_accounts([reference]).get(reference)


def bank_accounts(references: Iterable[str]) -> dict[str, BankAccountRecord]:
    """Where several parties are paid now; a party who has not said is left out."""
    rows = (
        BankAccount.objects.filter(party__reference__in=set(references))
        .order_by("party_id", "-id")
        .distinct("party_id")
        .values_list("party__reference", "account_name", "sort_code", "account_number", "roll_number")
    )
    return {
        reference: BankAccountRecord(account_name=name, sort_code=sort_code, account_number=number, roll_number=roll)
        for reference, name, sort_code, number, roll in rows
    }


def children(references: Iterable[str]) -> dict[str, ChildRecord]:
    rows = Child.objects.filter(reference__in=set(references))
    return {
        c.reference: ChildRecord(
            reference=c.reference, first_name=c.first_name, full_name=c.full_name, date_of_birth=c.date_of_birth
        )
        for c in rows
    }


def find(text: str, *, limit: int = 50) -> list[PartyRecord]:
    """Parties whose name or reference contains the text; for staff, who are audited for asking."""
    words = text.strip()
    if not words:
        return []
    by_name = Party.objects.filter(full_name__icontains=words)
    by_reference = Party.objects.filter(reference__iexact=words)
    references = list((by_name | by_reference).order_by("full_name").values_list("reference", flat=True)[:limit])
    records = parties(references)
    return [records[reference] for reference in references]


def _parties() -> QuerySet[Party]:
    """Parties, each with the language of their newest details."""
    newest = ContactDetails.objects.filter(party=OuterRef("pk")).order_by("-id").values("language")[:1]
    return Party.objects.annotate(language_now=Subquery(newest))


def _party(row: Party) -> PartyRecord:
    return PartyRecord(
        reference=row.reference,
        full_name=row.full_name,
        known_as=row.known_as,
        language=row.language_now or CorrespondenceLanguage.ENGLISH,  # type: ignore[attr-defined]
        account=row.account_id,
    )
