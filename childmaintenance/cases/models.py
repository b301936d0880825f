"""What is stored about applications and cases: rows that are added, hardly ever changed. People are references only."""

from django.db import models
from django.db.models import Q

from childmaintenance.cases.terms import FactKind, Frequency, Service, Side, Source, Status, TaskKind
from childmaintenance.values import Territory


class Application(models.Model):
    reference = models.CharField(max_length=24, unique=True)
    key = models.CharField(max_length=80, unique=True)
    side = models.CharField(max_length=1, choices=Side.choices)
    applicant = models.ForeignKey("parties.Party", to_field="reference", on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    notice = models.PositiveSmallIntegerField(null=True, blank=True)
    """The version of the privacy notice that the applicant was shown; null where nobody kept it."""
    declaration = models.PositiveSmallIntegerField(null=True, blank=True)
    """The version of what they declared by sending it."""


class Case(models.Model):
    """One application's parents and children."""

    reference = models.CharField(max_length=24, unique=True)
    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="+")
    territory = models.CharField(max_length=2, choices=[(t.value, t.value) for t in Territory])
    receiving_parent = models.ForeignKey(
        "parties.Party", to_field="reference", on_delete=models.PROTECT, related_name="+"
    )
    paying_parent = models.ForeignKey("parties.Party", to_field="reference", on_delete=models.PROTECT, related_name="+")
    opened_on = models.DateField()
    other_parent_called = models.CharField(max_length=200, blank=True, default="")
    """The other parent's name as the applicant gave it, which is all that the applicant ever reads of it."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(receiving_parent=models.F("paying_parent")), name="case_has_two_different_parents"
            )
        ]


class CaseChild(models.Model):
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey("parties.Child", to_field="reference", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "child"], name="child_once_in_a_case")]


class CaseStatus(models.Model):
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=24, choices=Status.choices)
    at = models.DateTimeField()
    by = models.CharField(max_length=64)
    because = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["case", "-id"], name="case_status_newest")]


class Notice(models.Model):
    """The notice to the paying parent, which fixes the day from which maintenance is owed (SI 2012/2677 reg 12)."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField()
    effective_from = models.DateField()
    by = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(effective_from__gt=models.F("given_on")), name="notice_comes_first")
        ]


class Fact(models.Model):
    """One thing one person said."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24, choices=FactKind.choices)
    child = models.ForeignKey(
        "parties.Child", to_field="reference", null=True, on_delete=models.PROTECT, related_name="+"
    )
    value = models.JSONField()
    source = models.CharField(max_length=24, choices=Source.choices)
    said_at = models.DateTimeField()
    said_by = models.CharField(max_length=64)
    because = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["case", "id"], name="facts_of_a_case")]


class Answer(models.Model):
    """The other parent has answered the application. One answer a case; later changes are reported changes."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=80, unique=True)
    answered_at = models.DateTimeField()
    by = models.CharField(max_length=64)


class SafetyDisclosure(models.Model):
    """What one parent told us about their safety. For staff only; no query of a parent's page touches this table."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    party = models.ForeignKey("parties.Party", to_field="reference", on_delete=models.PROTECT, related_name="+")
    at_risk = models.BooleanField()
    details = models.TextField(blank=True)
    name_or_place_changed = models.BooleanField()
    said_at = models.DateTimeField()


class ServiceChoice(models.Model):
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    service = models.CharField(max_length=16, choices=Service.choices)
    because = models.CharField(max_length=200)
    chosen_at = models.DateTimeField()
    by = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["case", "-id"], name="service_newest")]


class PayChoiceMade(models.Model):
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    frequency = models.CharField(max_length=2, choices=Frequency.choices)
    day = models.PositiveSmallIntegerField()
    chosen_at = models.DateTimeField()
    by = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["case", "-id"], name="pay_choice_newest")]


class Task(models.Model):
    """Something that waits for a person, with the reason in keys and figures that a page puts into words."""

    reference = models.CharField(max_length=24, unique=True)
    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=24, choices=TaskKind.choices)
    case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=64, blank=True)
    reason = models.JSONField(default=dict)
    opened_at = models.DateTimeField()
    due_on = models.DateField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=64, blank=True)
    outcome = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["due_on", "id"], condition=Q(closed_at=None), name="open_tasks_by_date")]


class TimelineEntry(models.Model):
    """What happened in a case, in keys and figures; `audience` holds R, P and S for those who may read it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    kind = models.CharField(max_length=40)
    details = models.JSONField(default=dict)
    audience = models.CharField(max_length=3)

    class Meta:
        indexes = [models.Index(fields=["case", "-id"], name="timeline_newest")]


class FirstStep(models.Model):
    """What a visitor wanted kept until they apply. The reference they were given is not here, only its keyed hash."""

    digest = models.CharField(max_length=64, primary_key=True)
    told = models.JSONField()
    kept_at = models.DateTimeField()
    forgotten_at = models.DateTimeField(db_index=True)
