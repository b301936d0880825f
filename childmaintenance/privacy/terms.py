"""The words of this room that are stored."""

from django.db.models import TextChoices


class Purpose(TextChoices):
    """What somebody is asked to allow, or may say no to. The words they read are in `consents.toml`, under the same name."""

    STATISTICS = "STATISTICS"
    TAILORED = "TAILORED"
    COPIES = "COPIES"
    REMINDERS = "REMINDERS"
    FIRST_STEP = "FIRST_STEP"
    REFERRAL = "REFERRAL"


class Said(TextChoices):
    """What they said."""

    YES = "yes"
    NO = "no"  # refused, or objected, without having allowed it before
    WITHDRAWN = "withdrawn"


class Method(TextChoices):
    """How they said it."""

    PAGE = "page"  # a button or a box on a page of ours
    EMAIL_LINK = "e-mail link"  # the page that a link in an e-mail opens
    SPOKEN = "spoken"  # told to a member of staff, who writes it down
