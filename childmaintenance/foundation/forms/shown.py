"""Saying an answer back to the person who gave it."""

from typing import Any

from django.forms import Field
from django.utils.translation import gettext_lazy as _

NOT_PROVIDED = _("Not provided")


def shown(field: Field, value: Any) -> str:
    """A cleaned answer in words, as its kind of field writes it; "Not provided" for nothing. May hold line ends."""
    if value is None or value == "" or value == []:
        return str(NOT_PROVIDED)
    say = getattr(field, "shown", str)
    return str(say(value))
