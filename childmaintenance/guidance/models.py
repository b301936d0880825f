"""What is stored of guidance: what somebody thought should be changed, without who they are, and which addresses answer."""

from django.db import models

from childmaintenance.guidance.links.terms import Outcome
from childmaintenance.guidance.terms import SuggestionKind


class Suggestion(models.Model):
    """A change that somebody suggested to the list of who can help. It is deleted once staff have dealt with it."""

    reference = models.CharField(max_length=24, unique=True)
    about = models.CharField(max_length=40, blank=True)
    """The key of an organisation; empty for one that is missing."""
    kind = models.CharField(max_length=12, choices=SuggestionKind.choices)
    words = models.CharField(max_length=1000)
    suggested_at = models.DateTimeField()


class LinkAsked(models.Model):
    """An address that our pages name, and how it answered when it was last asked."""

    address = models.CharField(max_length=500, unique=True)
    asked_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    detail = models.CharField(max_length=120, blank=True)
    """A number of HTTP, or the host that it leads to."""
    answered_at = models.DateTimeField(null=True)
    failing_since = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)
    """How many times running it did not answer well."""
