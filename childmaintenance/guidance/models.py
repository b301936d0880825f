"""What is stored of guidance: only what somebody thought should be changed, without who they are."""

from django.db import models

from childmaintenance.guidance.terms import SuggestionKind


class Suggestion(models.Model):
    """A change that somebody suggested to the list of who can help. It is deleted once staff have dealt with it."""

    reference = models.CharField(max_length=24, unique=True)
    about = models.CharField(max_length=40, blank=True)
    """The key of an organisation; empty for one that is missing."""
    kind = models.CharField(max_length=12, choices=SuggestionKind.choices)
    words = models.CharField(max_length=1000)
    suggested_at = models.DateTimeField()
