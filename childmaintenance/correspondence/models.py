"""What is stored of letters: exactly what was sent. Rows are only ever added; migration 0002 makes the database see to it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from childmaintenance.correspondence.terms import Channel, Kind


class Letter(models.Model):
    """A letter as its reader got it, in all its languages: the words as blocks, and the file."""

    reference = models.CharField(max_length=24, unique=True)
    key = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=32, choices=Kind.choices)
    to = models.ForeignKey("parties.Party", on_delete=models.PROTECT, related_name="+", to_field="reference")
    case = models.CharField(max_length=24, blank=True)
    channel = models.CharField(max_length=8, choices=Channel.choices)
    languages = ArrayField(models.CharField(max_length=2))
    large_print = models.BooleanField()
    parts = models.JSONField()
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    rulebook = models.CharField(max_length=80)
    written_on = models.DateField()
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["to", "-id"], name="letters_of_a_party"),
            models.Index(fields=["case", "-id"], name="letters_of_a_case"),
        ]


class Reading(models.Model):
    """Somebody opened a letter."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="readings")
    by = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter", "by"], name="first_reading_by_each")]


class Notice(models.Model):
    """The e-mail that says a letter is there, or why none was sent."""

    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, related_name="notice")
    outcome = models.CharField(max_length=24)
    at = models.DateTimeField()
