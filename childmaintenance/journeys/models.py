"""What is stored: a draft until it is sent or forgotten, and then only that it was sent."""

import uuid

from django.db import models


class Draft(models.Model):
    """Answers being given. At most one for an owner, a journey and what it is about."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    owner = models.CharField(max_length=80)
    """An account's reference; opaque here."""
    journey = models.SlugField(max_length=60)
    about = models.CharField(max_length=80, blank=True, default="")
    """The opaque reference of what the journey is about, where it is about something."""
    answers = models.JSONField(default=dict)
    """{"pages": {question: {input: [typed, ...]}}, "groups": {repeat: {"items": [{"id", "pages"}], "finished": bool}}}"""
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    forgotten_at = models.DateTimeField()
    """When it will be deleted, unless something is saved before."""
    ends_at = models.DateTimeField(null=True, blank=True)
    """Of a visitor's draft: the moment by the real clock at which it is over, unless a page is seen before."""
    latest_at = models.DateTimeField(null=True, blank=True)
    """Of a visitor's draft: the moment that nothing puts off."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "journey", "about"], name="journeys_draft_one_for_each")
        ]
        indexes = [
            models.Index(fields=["forgotten_at"], name="journeys_draft_forgotten"),
            models.Index(fields=["ends_at"], name="journeys_draft_ends", condition=models.Q(ends_at__isnull=False)),
        ]


class Submission(models.Model):
    """A draft that was sent: the answers are gone from here, the reference they were given remains."""

    draft = models.UUIDField(primary_key=True)
    owner = models.CharField(max_length=80)
    journey = models.SlugField(max_length=60)
    about = models.CharField(max_length=80, blank=True, default="")
    reference = models.CharField(max_length=80)
    submitted_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    """Of what a visitor sent: when even that is forgotten, by the real clock."""
    notice = models.PositiveSmallIntegerField(null=True, blank=True)
    """The version of the privacy notice that the page named from which it was sent."""
    declaration = models.PositiveSmallIntegerField(null=True, blank=True)
    """The version of the declaration that stood above the button."""
