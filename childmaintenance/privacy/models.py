"""What is stored: what people allowed and refused, and who has seen which notice. Rows are only added, and erased in their time.

Migration 0002 sees to both: the database refuses a change, and refuses to erase before the day that the row itself names.
"""

from django.db import models
from django.db.models import Q

from childmaintenance.privacy.terms import Method, Purpose, Said

WHO = r"^(U(-[0-9A-Z]{1,4}){3,5}|[A-Za-z0-9_-]{22})$"
"""The reference of an account, or 22 letters that say nothing of anybody: an address or a name does not fit in."""


class Consent(models.Model):
    """Somebody said yes, no, or no longer, once."""

    who = models.CharField(max_length=32)
    purpose = models.CharField(max_length=16, choices=Purpose.choices)
    said = models.CharField(max_length=12, choices=Said.choices)
    text = models.PositiveSmallIntegerField()
    """The version of the words they read."""
    language = models.CharField(max_length=2)
    method = models.CharField(max_length=12, choices=Method.choices)
    said_at = models.DateTimeField()
    forgotten_on = models.DateField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["who", "purpose", "-id"], name="privacy_consents_of_one")]
        constraints = [
            models.CheckConstraint(condition=Q(who__regex=WHO), name="privacy_consent_names_nobody"),
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="privacy_consent_purpose_known"),
            models.CheckConstraint(condition=Q(said__in=Said.values), name="privacy_consent_said_known"),
            models.CheckConstraint(condition=Q(method__in=Method.values), name="privacy_consent_method_known"),
        ]


class NoticeSeen(models.Model):
    """Somebody with an account said that they have seen a version of the privacy notice."""

    account = models.CharField(max_length=32)
    notice = models.PositiveSmallIntegerField()
    seen_at = models.DateTimeField()
    forgotten_on = models.DateField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "notice"], name="privacy_notice_seen_once")]
