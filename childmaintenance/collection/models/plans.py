"""Who pays, into which accounts of the ledger, and when."""

from django.db import models
from django.db.models import F, Q

from childmaintenance.cases.terms import Frequency, Service
from childmaintenance.collection.terms import Drawn, InstalmentKind


class Payer(models.Model):
    """A paying parent, the number they pay under, and the ledger account that holds their money."""

    paying_parent = models.ForeignKey(
        "parties.Party", to_field="reference", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    payment_reference = models.CharField(max_length=12, db_collation="C")
    held_for = models.BigIntegerField()
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paying_parent"], name="collection_one_payer_a_parent"),
            models.UniqueConstraint(fields=["payment_reference"], name="collection_one_payer_a_reference"),
        ]


class CaseBooks(models.Model):
    """The ledger accounts of a case, by number, so that a payday need not look a hundred thousand of them up."""

    case = models.ForeignKey(
        "cases.Case", to_field="reference", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    payer = models.ForeignKey(Payer, on_delete=models.PROTECT, related_name="+")
    receiving_parent = models.ForeignKey(
        "parties.Party", to_field="reference", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    territory = models.CharField(max_length=2)
    owes_maintenance = models.BigIntegerField()
    owes_fee = models.BigIntegerField()
    due_maintenance = models.BigIntegerField()
    to_pay_out = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case"], name="collection_one_set_of_books_a_case")]


class Plan(models.Model):
    """One way of paying what one decision says. It covers the days from `starts` until another plan takes its place."""

    reference = models.CharField(max_length=24, db_collation="C")
    books = models.ForeignKey(CaseBooks, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(
        "calculation.Decision", to_field="reference", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    service = models.CharField(max_length=16, choices=Service.choices)
    frequency = models.CharField(max_length=2, choices=Frequency.choices)
    day = models.SmallIntegerField()
    weekly = models.BigIntegerField()
    starts = models.DateField()
    ends = models.DateField()
    covers_until = models.DateField(null=True)
    drawn = models.CharField(max_length=12, choices=Drawn.choices)
    drawn_at = models.DateTimeField()
    by = models.CharField(max_length=90)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reference"], name="collection_plan_reference"),
            models.UniqueConstraint(
                fields=["books"], condition=Q(covers_until=None), name="collection_one_running_plan_a_case"
            ),
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="collection_plan_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(weekly__gte=0), name="collection_plan_weekly_not_below_nought"),
        ]
        indexes = [
            models.Index(fields=["books", "id"], name="collection_plans_of_a_case"),
            models.Index(fields=["ends"], condition=Q(covers_until=None), name="collection_plans_by_end"),
        ]


class Instalment(models.Model):
    """One payment of a plan. `charged_on` is set when it falls due; one that a later plan replaces is cancelled before that."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="instalments", db_index=False)
    number = models.SmallIntegerField()
    kind = models.CharField(max_length=8, choices=InstalmentKind.choices)
    due_on = models.DateField()
    maintenance = models.BigIntegerField()
    fee = models.BigIntegerField()
    receiving_fee = models.BigIntegerField()
    charged_on = models.DateField(null=True)
    cancelled_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="collection_instalment_number"),
            models.CheckConstraint(
                condition=Q(charged_on=None) | Q(cancelled_on=None), name="collection_instalment_charged_or_cancelled"
            ),
            models.CheckConstraint(
                condition=(Q(kind=InstalmentKind.CREDIT, maintenance__lt=0, fee__lte=0, receiving_fee=0))
                | (~Q(kind=InstalmentKind.CREDIT) & Q(maintenance__gt=0, fee__gte=0, receiving_fee__gte=0)),
                name="collection_instalment_sign",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on"],
                condition=Q(charged_on=None, cancelled_on=None),
                name="collection_to_come",
            )
        ]

    @property
    def is_ours(self) -> bool:
        """Whether it goes through the service. Under Direct Pay only what an earlier plan left over does."""
        return self.plan.service == Service.COLLECT_AND_PAY or self.kind != InstalmentKind.REGULAR
