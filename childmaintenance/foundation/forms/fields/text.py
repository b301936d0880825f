"""Words: one line, or several."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation.forms.safe_text import UnsafeText, safe_text

LINE, LINES = 200, 2000


class Text(forms.CharField):
    """One line of text.

    `called` names the answer inside messages ("Town or city"); `missing` is the message for an empty answer; `most` counts
    characters; `width` is 2, 3, 4, 5, 10, 20 or 30 characters; `autocomplete` is the HTML token; `spell` is for prose only.
    """

    lines = False
    keyboard = ""
    autocapitalize = ""

    def __init__(
        self,
        *,
        called: Any = "",
        missing: Any = "",
        most: int = LINE,
        width: int = 0,
        autocomplete: str = "",
        spell: bool = False,
        prefix: Any = "",
        suffix: Any = "",
        **options: Any,
    ) -> None:
        self.called = called
        self.most = most
        self.prefix, self.suffix = prefix, suffix
        super().__init__(strip=False, **options)
        if missing:
            self.error_messages["required"] = missing
        attributes = {
            "class": f"govuk-input--width-{width}" if width else "",
            "autocomplete": autocomplete,
            "inputmode": self.keyboard,
            "autocapitalize": self.autocapitalize,
            "spellcheck": "" if spell else "false",
        }
        self.widget.attrs.update({name: value for name, value in attributes.items() if value})

    def to_python(self, value: Any) -> str:
        """The text made safe; raises ValidationError for what cannot be written down, or is too long."""
        if value in self.empty_values:
            return ""
        try:
            text = safe_text(str(value), lines=self.lines)
        except UnsafeText:
            raise self.wrong(
                _("%(called)s has a character that we cannot use. Type it again, rather than copying it."),
                _("This has a character that we cannot use. Type it again, rather than copying it."),
            ) from None
        if len(text) > self.most:
            raise self.wrong(
                _("%(called)s must be %(most)d characters or fewer. You typed %(typed)d."),
                _("This must be %(most)d characters or fewer. You typed %(typed)d."),
                most=self.most,
                typed=len(text),
            )
        return text

    def wrong(self, named: Any, unnamed: Any, **values: Any) -> ValidationError:
        """A message that calls the answer by its name, where it has one."""
        if self.called:
            return ValidationError(named, params={"called": self.called, **values})
        return ValidationError(unnamed, params=values)

    def shown(self, value: Any) -> str:
        """As typed."""
        return str(value)


class LongText(Text):
    """Several lines, with a count of what is left."""

    lines = True
    widget = forms.Textarea

    def __init__(self, *, most: int = LINES, rows: int = 5, spell: bool = True, **options: Any) -> None:
        super().__init__(most=most, spell=spell, **options)
        self.widget.attrs["rows"] = rows
