"""What is stored about use: sums by day, and of the service's own work by ten minutes. No row is about anybody."""

from django.db import models

from childmaintenance.statistics.terms import About, Measure, Part


class Count(models.Model):
    """How often something was so on one day."""

    day = models.DateField()
    measure = models.CharField(max_length=8, choices=Measure.choices)
    page = models.CharField(max_length=120)
    """The name of an address, never the address itself: an address may hold a reference."""
    detail = models.CharField(max_length=120, blank=True, default="")
    count = models.PositiveBigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["measure", "day", "page", "detail"], name="statistics_count_once"),
            models.CheckConstraint(condition=models.Q(measure__in=Measure.values), name="statistics_measure_known"),
            models.CheckConstraint(condition=models.Q(count__gt=0), name="statistics_count_is_some"),
        ]


class Work(models.Model):
    """What the web servers did in ten minutes."""

    starts_at = models.DateTimeField(primary_key=True)
    requests = models.PositiveBigIntegerField()
    failures = models.PositiveBigIntegerField()
    milliseconds = models.PositiveBigIntegerField()
    slowest = models.PositiveBigIntegerField()


class Opinion(models.Model):
    """What somebody told us about a page or a whole journey. Nobody's account, session or address stands beside it."""

    reference = models.CharField(max_length=20, unique=True)
    day = models.DateField(db_index=True)
    about = models.CharField(max_length=8, choices=About.choices)
    page = models.CharField(max_length=120, blank=True, default="")
    language = models.CharField(max_length=2)
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    """1, very dissatisfied, to 5, very satisfied."""
    words = models.TextField(blank=True, default="")
    """Their words, without what looks like a number or address of somebody; deleted after a year."""

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(about__in=About.values), name="statistics_opinion_about_known"),
            models.CheckConstraint(
                condition=models.Q(score=None) | models.Q(score__range=(1, 5)), name="statistics_opinion_score_known"
            ),
        ]


class Probe(models.Model):
    """One question the service asked itself from outside, and how it was answered."""

    part = models.CharField(max_length=12, choices=Part.choices)
    at = models.DateTimeField()
    well = models.BooleanField()
    milliseconds = models.PositiveIntegerField()
    problem = models.CharField(max_length=60, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["part", "at"], name="statistics_probe_once"),
            models.CheckConstraint(condition=models.Q(part__in=Part.values), name="statistics_probe_part_known"),
        ]
