"""Payments to receiving parents. A payout is born in its file and never leaves it."""

from django.db import models
from django.db.models import F, Q

from childmaintenance.collection.models.bank import BankEntry
from childmaintenance.collection.models.plans import CaseBooks
from childmaintenance.collection.terms import FileState


class PayoutFile(models.Model):
    """A file of payouts: prepared by one, released by another."""

    reference = models.CharField(max_length=24, db_collation="C")
    state = models.CharField(max_length=9, choices=FileState.choices, default=FileState.PREPARED)
    prepared_on = models.DateField()
    prepared_at = models.DateTimeField()
    prepared_by = models.CharField(max_length=90)
    payouts = models.IntegerField()
    total = models.BigIntegerField()
    released_at = models.DateTimeField(null=True)
    released_by = models.CharField(max_length=90, blank=True)
    discarded_at = models.DateTimeField(null=True)
    discarded_by = models.CharField(max_length=90, blank=True)
    discarded_because = models.CharField(max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    body = models.BinaryField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reference"], name="collection_payout_file_reference"),
            models.UniqueConstraint(
                fields=["state"], condition=Q(state=FileState.PREPARED), name="collection_one_prepared_file"
            ),
            models.CheckConstraint(condition=Q(payouts__gt=0, total__gt=0), name="collection_payout_file_pays"),
            models.CheckConstraint(
                condition=(
                    Q(state=FileState.RELEASED, released_at__isnull=False, body__isnull=False)
                    & ~Q(released_by="")
                    & ~Q(released_by=F("prepared_by"))
                    & ~Q(released_by__startswith="system:")
                )
                | (~Q(state=FileState.RELEASED) & Q(released_at=None, released_by="", body=None, sent_at=None)),
                name="collection_payouts_need_a_second_person",
            ),
        ]


class Payout(models.Model):
    """One payment to one receiving parent for one case, with the account it goes to as it was then."""

    reference = models.CharField(max_length=35, db_collation="C")
    file = models.ForeignKey(
        PayoutFile, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    books = models.ForeignKey(
        CaseBooks, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    pence = models.BigIntegerField()
    account_name = models.CharField(max_length=70)
    sort_code = models.CharField(max_length=6)
    account_number = models.CharField(max_length=8)
    roll_number = models.CharField(max_length=18, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reference"], name="collection_payout_reference"),
            models.UniqueConstraint(fields=["books", "file"], name="collection_a_case_once_a_file"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="collection_payout_above_nought"),
        ]


class PayoutReturned(models.Model):
    """A payout that the receiving bank sent back."""

    payout = models.OneToOneField(Payout, on_delete=models.PROTECT, related_name="returned")
    entry = models.OneToOneField(BankEntry, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=105, blank=True)
