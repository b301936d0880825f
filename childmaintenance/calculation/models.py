"""Income asked for and found, and decisions whole as they were made. Nothing here is ever edited or deleted."""

from django.db import models
from django.db.models import Q

from childmaintenance.calculation.terms import DecisionKind, IncomeBasis, IncomeOutcome


class IncomeQuestion(models.Model):
    """The tax authority was asked for somebody's income. `key` makes the same occasion one question."""

    reference = models.CharField(max_length=24, unique=True)
    key = models.CharField(max_length=80, unique=True)
    paying_parent = models.ForeignKey("parties.Party", to_field="reference", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()


class IncomeAnswer(models.Model):
    """How a question ended; the first end counts and a second answer changes nothing. Amounts in pence a year."""

    question = models.OneToOneField(IncomeQuestion, on_delete=models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=16, choices=IncomeOutcome.choices)
    tax_year = models.CharField(max_length=7, blank=True)
    source = models.CharField(max_length=4, blank=True)
    employment = models.BigIntegerField(default=0)
    pensions = models.BigIntegerField(default=0)
    trading = models.BigIntegerField(default=0)
    taxable_benefits = models.BigIntegerField(default=0)
    correlation = models.CharField(max_length=64, blank=True)
    because = models.CharField(max_length=200, blank=True)
    received_at = models.DateTimeField()


class IncomeFinding(models.Model):
    """A caseworker found what income counts. `weekly_pence` is empty for a default decision."""

    paying_parent = models.ForeignKey("parties.Party", to_field="reference", on_delete=models.PROTECT, related_name="+")
    basis = models.CharField(max_length=16, choices=IncomeBasis.choices)
    weekly_pence = models.BigIntegerField(null=True)
    because = models.TextField()
    found_at = models.DateTimeField()
    by = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(basis=IncomeBasis.DEFAULT, weekly_pence=None)
                | (Q(basis__in=[IncomeBasis.CURRENT, IncomeBasis.ESTIMATE]) & Q(weekly_pence__gte=0)),
                name="income_finding_fits_its_basis",
            )
        ]


class Decision(models.Model):
    """One decision about one paying parent: facts, sources, what the law made of them, and by which rulebook."""

    reference = models.CharField(max_length=24, unique=True)
    token = models.CharField(max_length=64, unique=True)
    paying_parent = models.ForeignKey("parties.Party", to_field="reference", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24, choices=DecisionKind.choices)
    territory = models.CharField(max_length=2)
    effective_from = models.DateField()
    review_on = models.DateField()
    builds_on = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="+")
    facts = models.JSONField()
    sources = models.JSONField()
    rate = models.CharField(max_length=24)
    total_pence = models.BigIntegerField()
    reasons = models.JSONField()
    notes = models.JSONField()
    rulebook = models.CharField(max_length=80)
    because = models.TextField(blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(total_pence__gte=0), name="decision_never_negative")]
        indexes = [models.Index(fields=["paying_parent", "-id"], name="decisions_newest")]


class DecisionShare(models.Model):
    """What a decision says is owed in one case, in whole pence a week."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="shares")
    case = models.ForeignKey("cases.Case", to_field="reference", on_delete=models.PROTECT, related_name="+")
    weekly_pence = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "case"], name="one_share_a_case"),
            models.CheckConstraint(condition=Q(weekly_pence__gte=0), name="share_never_negative"),
        ]
        indexes = [models.Index(fields=["case", "-decision"], name="shares_of_a_case")]
