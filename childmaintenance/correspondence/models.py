"""What is stored of letters: exactly what was sent. Its rows are only ever added; migration 0002 sees to it.

Copies that wait to be sent, and reminders, are the opposite: they are forgotten as soon as they have done their work.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from childmaintenance.correspondence.terms import Channel, CopyKind, Every, Kind, LeafletFormat


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


class CopyToSend(models.Model):
    """A paper that somebody asked to be sent to an e-mail address; gone as soon as it is sent, and at the latest after a day."""

    reference = models.CharField(max_length=24, unique=True)
    kind = models.CharField(max_length=16, choices=CopyKind.choices)
    language = models.CharField(max_length=2)
    to = models.EmailField()
    pdf = models.BinaryField()
    asked_at = models.DateTimeField()


class Reminder(models.Model):
    """That somebody wants to be reminded of an arrangement of their own. The address is used for nothing else.

    Nothing is sent before they have followed the link in the first e-mail. The row is deleted when they say stop, and once the
    day of the review has come.
    """

    reference = models.CharField(max_length=32, unique=True)
    to = models.EmailField()
    language = models.CharField(max_length=2)
    review_on = models.DateField()
    pay_from = models.DateField(null=True, blank=True)
    """The first payment, where they want to be reminded of payments too."""
    every = models.CharField(max_length=2, blank=True, choices=Every.choices)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    told_upto = models.DateField()
    """The last day whose reminders have been sent."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pay_from__isnull=True, every="")
                | (models.Q(pay_from__isnull=False) & ~models.Q(every="")),
                name="correspondence_reminder_payments_whole",
            )
        ]


class LeafletOrder(models.Model):
    """Leaflets to be posted. Whose address it was is forgotten when they have been; the rest says what was sent, for a while."""

    reference = models.CharField(max_length=24, unique=True)
    leaflets = ArrayField(models.CharField(max_length=8))
    copies = models.PositiveSmallIntegerField()
    format = models.CharField(max_length=12, choices=LeafletFormat.choices)
    language = models.CharField(max_length=2, blank=True)
    other_language = models.CharField(max_length=60, blank=True)
    name = models.CharField(max_length=150, blank=True)
    address = models.TextField(blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    asked_at = models.DateTimeField()
    posted_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(posted_on__isnull=True) | models.Q(name="", address="", postcode=""),
                name="correspondence_no_address_once_posted",
            ),
            models.CheckConstraint(
                condition=models.Q(copies__gte=1, copies__lte=10), name="correspondence_a_few_leaflets"
            ),
        ]
