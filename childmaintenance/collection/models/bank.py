"""Bank statements as they came, and every entry of them exactly once."""

from django.db import models
from django.db.models import Q

from childmaintenance.collection.models.plans import Payer
from childmaintenance.collection.terms import EntryKind


class BankStatement(models.Model):
    """A statement whole: its own words, and the file itself, compressed."""

    reference = models.CharField(max_length=24, db_collation="C")
    account = models.CharField(max_length=34)
    number = models.CharField(max_length=35)
    sequence = models.CharField(max_length=18, blank=True)
    message = models.CharField(max_length=35)
    first_day = models.DateField(null=True)
    last_day = models.DateField()
    opening = models.BigIntegerField()
    closing = models.BigIntegerField()
    entries = models.IntegerField()
    new_entries = models.IntegerField()
    follows = models.BooleanField()
    sha256 = models.CharField(max_length=64, db_collation="C")
    size = models.BigIntegerField()
    body = models.BinaryField()
    taken_at = models.DateTimeField()
    by = models.CharField(max_length=90)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reference"], name="collection_statement_reference"),
            models.UniqueConstraint(fields=["sha256"], name="collection_a_file_once"),
            models.UniqueConstraint(fields=["account", "number"], name="collection_a_statement_once"),
        ]


class BankEntry(models.Model):
    """One line of a statement, or one transaction of a line that gathers several receipts.

    Its reference is the statement's with the line behind it. `pence` is above nought when money came in. `payer` is whose it
    is when the statement already said so; a person's answer is in SuspenseSettled. Rows are added and never changed, so the
    statement and the payer are named without a foreign key's trigger for each row (docs/decisions/0033).
    """

    statement = models.ForeignKey(
        BankStatement, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    line = models.IntegerField()
    kind = models.CharField(max_length=16, choices=EntryKind.choices)
    booked_on = models.DateField()
    pence = models.BigIntegerField()
    bank_reference = models.CharField(max_length=40, db_collation="C")
    code = models.CharField(max_length=14, blank=True)
    payer = models.ForeignKey(
        Payer, null=True, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    undoes = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    about = models.CharField(max_length=35, blank=True)  # the payout or payout file
    end_to_end = models.CharField(max_length=35, blank=True)
    reason = models.CharField(max_length=105, blank=True)
    party_name = models.CharField(max_length=140, blank=True)
    party_account = models.CharField(max_length=34, blank=True)
    words = models.CharField(max_length=560, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["statement", "line"], name="collection_entry_line"),
            models.UniqueConstraint(fields=["bank_reference"], name="collection_a_bank_entry_once"),
            models.UniqueConstraint(
                fields=["undoes"], condition=Q(undoes__isnull=False), name="collection_an_entry_undone_once"
            ),
            models.CheckConstraint(condition=~Q(pence=0), name="collection_entry_moves_money"),
        ]
        indexes = [
            models.Index(
                fields=["id"],
                condition=Q(kind=EntryKind.RECEIPT, payer=None) | Q(kind=EntryKind.OTHER),
                name="collection_for_a_person",
            )
        ]


class SuspenseSettled(models.Model):
    """A person has said whose or what an entry in suspense is."""

    entry = models.OneToOneField(BankEntry, on_delete=models.PROTECT, related_name="settled")
    payer = models.ForeignKey(Payer, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    because = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.CharField(max_length=90)
