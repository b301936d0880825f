"""Names of people, however they are written."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation.forms.fields.text import Text

THE_NAME, FULL_NAME = _("The name"), _("Full name")


class Name(Text):
    """Any name: accents, apostrophes, hyphens, any script, one letter or a hundred and fifty. Never reformatted."""

    autocapitalize = "words"

    def __init__(self, *, most: int = 150, width: int = 20, called: Any = THE_NAME, **options: Any) -> None:
        super().__init__(most=most, width=width, called=called, **options)


class FullName(Name):
    """A whole name in one box, so that nobody has to say which part is the family's."""

    def __init__(self, *, autocomplete: str = "name", width: int = 30, called: Any = FULL_NAME, **options: Any) -> None:
        super().__init__(autocomplete=autocomplete, width=width, called=called, **options)
