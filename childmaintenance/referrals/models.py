"""What is stored of referrals. Rows are only added: migration 0002, which also keeps the order of the steps."""

from django.db import models

from childmaintenance.referrals.terms import Kind


class Referral(models.Model):
    """An offer to put somebody in touch, with what would be told as it was then."""

    reference = models.CharField(max_length=24, unique=True)
    case = models.ForeignKey("cases.Case", to_field="reference", on_delete=models.PROTECT, related_name="+")
    party = models.ForeignKey("parties.Party", to_field="reference", on_delete=models.PROTECT, related_name="+")
    organisation = models.CharField(max_length=40)
    """Its key in guidance/organisations."""
    called = models.CharField(max_length=200)
    """What it was called, should it leave the list."""
    topic = models.CharField(max_length=16)
    why = models.CharField(max_length=500)
    """What they said they want help with, in the caseworker's words. They read it; it is not passed on."""
    language = models.CharField(max_length=2)
    """The language of the sheet."""
    told = models.JSONField()
    """Each item that would be told, with its words."""
    offered_at = models.DateTimeField()
    offered_by = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["party", "-id"], name="referrals_of_one")]


class ReferralStep(models.Model):
    """What was said to it, or done with it."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=Kind.choices)
    how = models.CharField(max_length=16)
    items = models.JSONField()
    """What they agreed to; empty for other steps."""
    words = models.JSONField()
    """The very words that were shown, read out or told."""
    said_on = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["referral", "number"], name="referrals_one_step_at_a_time"),
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="referrals_step_known"),
        ]
