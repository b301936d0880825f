"""What is stored: accounts, journals, entries. Rows are added and never changed; migration 0002 has the database's own promises.

Foreign keys are declared without a constraint of PostgreSQL's: a trigger checks a whole statement's rows at once, and no row
that is pointed at can ever go away (docs/decisions/0031).
"""

from django.db import models
from django.db.models import Q

from childmaintenance.ledger.terms import AccountKind, JournalKind, Side


class Account(models.Model):
    number = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=24, choices=AccountKind.choices)
    reference = models.CharField(max_length=64, blank=True, db_collation="C")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "reference"], name="ledger_one_account_a_name")]


class Journal(models.Model):
    """A journal announces how many entries it has and what each side comes to."""

    kind = models.CharField(max_length=24, choices=JournalKind.choices)
    day = models.DateField()
    key = models.CharField(max_length=120, db_collation="C")
    because = models.CharField(max_length=200, blank=True)
    legs = models.SmallIntegerField()
    pence = models.BigIntegerField()
    by = models.CharField(max_length=90)
    at = models.DateTimeField()
    corrects = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )

    class Meta:
        constraints = [
            # Not unique=True, which would give the column a second index for LIKE.
            models.UniqueConstraint(fields=["key"], name="ledger_one_journal_a_key"),
            models.UniqueConstraint(
                fields=["corrects"], condition=Q(corrects__isnull=False), name="ledger_one_correction_a_journal"
            ),
            models.CheckConstraint(condition=Q(legs__gte=2), name="ledger_journal_has_two_sides"),
            models.CheckConstraint(condition=Q(pence__gt=0), name="ledger_journal_moves_money"),
            models.CheckConstraint(condition=~Q(key=""), name="ledger_journal_has_a_key"),
            models.CheckConstraint(
                condition=(Q(corrects__isnull=True) & ~Q(kind=JournalKind.CORRECTION))
                | Q(corrects__isnull=False, kind=JournalKind.CORRECTION),
                name="ledger_correction_says_of_what",
            ),
        ]


class Entry(models.Model):
    pk = models.CompositePrimaryKey("journal_id", "line")
    journal = models.ForeignKey(
        Journal, on_delete=models.PROTECT, related_name="entries", db_constraint=False, db_index=False
    )
    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    pence = models.BigIntegerField()
    line = models.SmallIntegerField()
    side = models.CharField(max_length=1, choices=Side.choices)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(pence__gt=0), name="ledger_entry_above_nought"),
            models.CheckConstraint(condition=Q(line__gte=1), name="ledger_entry_has_a_line"),
            models.CheckConstraint(condition=Q(side__in=Side.values), name="ledger_entry_has_a_side"),
        ]
        # A balance is a sum over this index alone; there is no balance row that everybody would have to change.
        indexes = [models.Index(fields=["account"], include=["side", "pence"], name="ledger_entries_of_an_account")]
