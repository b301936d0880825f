"""What the ground floor stores: who did what, what happened and still has to be followed, and the town's calendar."""

from django.db import models
from django.db.models.functions import Now

from childmaintenance.foundation.actor import ActorKind


class AuditManner(models.TextChoices):
    """Whether somebody did something, only looked, or was refused."""

    ACT = "act"
    READ = "read"
    REFUSED = "refused"


class AuditLine(models.Model):
    """One line of who did what, about whom, why and when. The database refuses to change or delete one."""

    at = models.DateTimeField()
    written_at = models.DateTimeField(db_default=Now())  # by the machine's clock, whatever day the service lives on
    manner = models.CharField(max_length=7, choices=AuditManner.choices)
    actor_kind = models.CharField(max_length=7)
    actor = models.CharField(max_length=80)
    act = models.CharField(max_length=80)
    about = models.CharField(max_length=80)
    case = models.CharField(max_length=24, blank=True, default="")
    why = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(manner__in=AuditManner.values), name="foundation_audit_manner_known"
            ),
            models.CheckConstraint(
                condition=models.Q(actor_kind__in=[kind.value for kind in ActorKind]),
                name="foundation_audit_actor_kind_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(actor="") & ~models.Q(act=""), name="foundation_audit_says_who_and_what"
            ),
        ]
        indexes = [
            models.Index(fields=["about", "at"], name="foundation_audit_about"),
            models.Index(fields=["actor", "at"], name="foundation_audit_actor"),
            models.Index(fields=["case", "at"], name="foundation_audit_case", condition=~models.Q(case="")),
        ]


class OutboxEvent(models.Model):
    """Something that happened, kept in the same transaction, until what follows from it is done."""

    name = models.CharField(max_length=60)
    references = models.JSONField()
    announced_at = models.DateTimeField()
    followed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["announced_at"], name="foundation_outbox_waiting", condition=models.Q(followed_at=None)
            )
        ]


class TownClock(models.Model):
    """The town's calendar: one row at most."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    day = models.DateField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="foundation_townclock_is_one")]
