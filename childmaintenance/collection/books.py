"""A case's and a paying parent's accounts in the ledger: opened together, when the first plan is drawn."""

from django.db import IntegrityError, transaction

from childmaintenance.cases.terms import CaseRecord
from childmaintenance.collection.models import CaseBooks, Payer
from childmaintenance.collection.payment_reference import new_payment_reference
from childmaintenance.foundation import clock
from childmaintenance.ledger import actions as ledger
from childmaintenance.ledger.terms import AccountKind


def payer_for(paying_parent: str) -> Payer:
    """The payer, made with a payment reference nobody else has. The caller's transaction keeps it or not."""
    row = Payer.objects.filter(paying_parent__reference=paying_parent).first()
    while row is None:
        name = (AccountKind.HELD_FOR, paying_parent)
        number = ledger.open_accounts([name])[name]
        try:
            with transaction.atomic():
                row = Payer.objects.create(
                    paying_parent_id=paying_parent,
                    payment_reference=new_payment_reference(),
                    held_for=number,
                    opened_at=clock.now(),
                )
        except IntegrityError:  # somebody made it at this moment, or the reference is taken
            row = Payer.objects.filter(paying_parent__reference=paying_parent).first()
    return row


def books_for(case: CaseRecord) -> CaseBooks:
    """The case's accounts. They are opened side by side, so that a payment touches neighbouring pages of the ledger's index."""
    row = CaseBooks.objects.filter(case__reference=case.reference).select_related("payer").first()
    if row is not None:
        return row
    payer = payer_for(case.paying_parent)
    kinds = (
        AccountKind.OWES_MAINTENANCE,
        AccountKind.OWES_FEE,
        AccountKind.DUE_MAINTENANCE,
        AccountKind.TO_PAY_OUT,
    )
    numbers = ledger.open_accounts((kind, case.reference) for kind in kinds)
    row, _ = CaseBooks.objects.get_or_create(
        case_id=case.reference,
        defaults={
            "payer": payer,
            "receiving_parent_id": case.receiving_parent,
            "territory": case.territory.value,
            **{kind.value: numbers[kind, case.reference] for kind in kinds},
        },
    )
    return row


def lock_payer(payer: int) -> Payer:
    """Everybody who changes what a paying parent owes, or what is held for them, waits here for the others."""
    return Payer.objects.select_for_update().get(pk=payer)
