"""Where money went, and the two lists of what is still open: money waiting for something due, and dues waiting for money.

The lists are working copies of ledger balances, row by row, so that a payday reads what is open and not years of history.
`queries.money_is_all_there` compares them with the ledger (docs/decisions/0032).
"""

from django.db import models
from django.db.models import Q

from childmaintenance.collection.models.bank import BankEntry
from childmaintenance.collection.models.plans import CaseBooks, Instalment, Payer


class Held(models.Model):
    """What is left of a receipt. The row goes when nothing is left."""

    entry = models.OneToOneField(
        BankEntry, primary_key=True, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    payer = models.ForeignKey(Payer, on_delete=models.PROTECT, related_name="+", db_constraint=False)
    receipt = models.CharField(max_length=32)  # the entry's reference
    received_on = models.DateField()
    pence = models.BigIntegerField()
    used = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(pence__gt=0), name="collection_held_above_nought"),
            models.CheckConstraint(condition=Q(used__gte=0), name="collection_held_used_not_below_nought"),
        ]


class Owing(models.Model):
    """What is left of an instalment that fell due. The row goes when nothing is left; below nought it waits for a charge."""

    instalment = models.OneToOneField(
        Instalment, primary_key=True, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    payer = models.ForeignKey(Payer, on_delete=models.PROTECT, related_name="+", db_constraint=False)
    books = models.ForeignKey(
        CaseBooks, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    due_on = models.DateField()
    maintenance = models.BigIntegerField()
    fee = models.BigIntegerField()


class Allocation(models.Model):
    """What of a receipt went to an instalment. `offset` is how much of the receipt had been used before: its journal's key.

    Rows are added and never changed. One that was taken back, because the bank took the receipt back, names the entry.
    """

    entry = models.ForeignKey(
        BankEntry, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    instalment = models.ForeignKey(
        Instalment, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    books = models.ForeignKey(
        CaseBooks, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    offset = models.BigIntegerField()
    on = models.DateField()
    maintenance = models.BigIntegerField()
    fee = models.BigIntegerField()
    receiving_fee = models.BigIntegerField()
    late = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "instalment", "offset"], name="collection_allocated_once"),
            models.CheckConstraint(
                condition=Q(maintenance__gte=0, fee__gte=0, receiving_fee__gte=0), name="collection_allocation_amounts"
            ),
        ]


class Missed(models.Model):
    """An instalment that was not paid in time, and when that was noticed; once an instalment."""

    instalment = models.OneToOneField(Instalment, on_delete=models.PROTECT, related_name="+")
    noticed_on = models.DateField()
    short = models.BigIntegerField()
    put_right_by = models.DateField()
    settled_on = models.DateField(null=True)
