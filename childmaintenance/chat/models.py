"""What is stored of chats: conversations, what was said in them, who is at the desk, and sums that name nobody."""

from django.db import models

from childmaintenance.chat.terms import Author, Event, State
from childmaintenance.foundation.language import ENGLISH, WELSH

IN_LANGUAGES = [(ENGLISH, "English"), (WELSH, "Cymraeg")]


class Conversation(models.Model):
    """One conversation of a visitor, who is nobody to us but the holder of its key."""

    reference = models.CharField(max_length=24, unique=True)
    opened_at = models.DateTimeField()
    opened_on = models.CharField(max_length=120, blank=True)
    """The name of the page it was opened from, until it has been counted."""
    topic = models.CharField(max_length=20)
    language = models.CharField(max_length=2, choices=IN_LANGUAGES)
    called = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    version = models.PositiveIntegerField(default=1)
    """One more with every change that anybody could see."""
    holds_from = models.PositiveIntegerField(default=1)
    """The version from which on the visitor has been talking to whoever they are talking to now."""
    last = models.PositiveIntegerField(default=0)
    """The number of the newest message."""
    agent = models.CharField(max_length=24, blank=True)
    agent_name = models.CharField(max_length=40, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    key_digest = models.CharField(max_length=64, null=True, blank=True, unique=True)
    key_until = models.DateTimeField()
    seen_at = models.DateTimeField()
    """When the visitor's browser was last heard of; no change of version."""

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="chat_conversation_state_known"),
            models.CheckConstraint(
                condition=models.Q(state=State.ENDED, ended_at__isnull=False)
                | (~models.Q(state=State.ENDED) & models.Q(ended_at=None)),
                name="chat_conversation_ended_when",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=State.WITH_AGENT) | ~models.Q(agent=""),
                name="chat_conversation_with_somebody",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=State.WAITING) | models.Q(agent=""), name="chat_conversation_waits_alone"
            ),
            models.CheckConstraint(
                condition=models.Q(holds_from__lte=models.F("version"), last__lt=models.F("version")),
                name="chat_conversation_version_counts",
            ),
        ]
        indexes = [
            models.Index(fields=["opened_at"], name="chat_waiting", condition=models.Q(state=State.WAITING)),
            models.Index(fields=["agent", "state"], name="chat_of_agent"),
            models.Index(fields=["ended_at"], name="chat_ended", condition=models.Q(state=State.ENDED)),
        ]


class Message(models.Model):
    """One line. The database refuses to change one, and to delete one while its conversation goes on."""

    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    author = models.CharField(max_length=7, choices=Author.choices)
    agent = models.CharField(max_length=24, blank=True)
    name = models.CharField(max_length=40, blank=True)
    event = models.CharField(max_length=16, choices=Event.choices, blank=True)
    text = models.TextField(blank=True)
    source = models.CharField(max_length=250, blank=True)
    address = models.CharField(max_length=300, blank=True)
    nonce = models.CharField(max_length=40)
    """Made by the page: what is sent twice is said once."""
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "number"], name="chat_message_numbered"),
            models.UniqueConstraint(fields=["conversation", "author", "nonce"], name="chat_message_said_once"),
            models.CheckConstraint(
                condition=models.Q(author=Author.SERVICE, text="") & ~models.Q(event="")
                | ~models.Q(author=Author.SERVICE) & models.Q(event="") & ~models.Q(text=""),
                name="chat_message_says_something",
            ),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="chat_message_number_from_one"),
            models.CheckConstraint(
                condition=models.Q(address="") | models.Q(address__startswith="/"), name="chat_message_leads_to_us"
            ),
        ]


class Agent(models.Model):
    """A member of staff who answers chats, while they say that they are there."""

    account = models.CharField(max_length=24, unique=True)
    name = models.CharField(max_length=40)
    available = models.BooleanField(default=False)
    english = models.BooleanField(default=True)
    welsh = models.BooleanField(default=False)
    seen_at = models.DateTimeField()


class Measure(models.Model):
    """One thing that happened, without whose it was; it goes into the sums of its day when that is over."""

    class What(models.TextChoices):
        OPENED = "opened"
        ANSWERED = "answered"
        LEFT = "left"

    day = models.DateField(db_index=True)
    what = models.CharField(max_length=8, choices=What.choices)
    page = models.CharField(max_length=120, blank=True)
    seconds = models.PositiveIntegerField(default=0)


class DaySum(models.Model):
    """One day at the desk, in sums."""

    day = models.DateField(unique=True)
    opened = models.PositiveIntegerField()
    waited = models.PositiveIntegerField()
    """Answered or left after a minute or more."""
    answered = models.PositiveIntegerField()
    left = models.PositiveIntegerField()
    """Gone before anybody answered."""
    median_wait_seconds = models.PositiveIntegerField(null=True)
    pages = models.JSONField(default=dict)
    """How many chats were opened from each page."""
