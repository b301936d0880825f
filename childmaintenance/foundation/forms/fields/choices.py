"""Choosing: one of several, any of several, yes or no, a box to tick."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

Options = Iterable[tuple[str, Any]]


def offered(field: Any) -> dict[str, Any]:
    """The options by value, as they are now: a form may have changed them."""
    return dict(field.choices)


class Choice(forms.ChoiceField):
    """Radios. `hints` explains options by value; `reveals` names the field that an option opens, {"other": "other_reason"}.

    `inline` sets two short options side by side; `legend` may be "s", "m" or "l".
    """

    widget = forms.RadioSelect
    exclusive = ""

    def __init__(
        self,
        *,
        choices: Options,
        missing: Any = "",
        hints: Mapping[str, Any] | None = None,
        reveals: Mapping[str, str] | None = None,
        inline: bool = False,
        or_before: str = "",
        **options: Any,
    ) -> None:
        self.hints, self.reveals = dict(hints or {}), dict(reveals or {})
        self.inline, self.or_before = inline, or_before
        super().__init__(choices=list(choices), **options)
        if missing:
            self.error_messages["required"] = missing
        self.error_messages["invalid_choice"] = self.error_messages["required"]

    def shown(self, value: str) -> str:
        """The words that were chosen."""
        return str(offered(self).get(value, value))


class YesNo(Choice):
    """Yes or no; cleaned to "yes" or "no"."""

    def __init__(self, *, reveals: Mapping[str, str] | None = None, **options: Any) -> None:
        options.setdefault("choices", [("yes", _("Yes")), ("no", _("No"))])
        super().__init__(reveals=reveals, inline=not reveals and not options.get("hints"), **options)


class Choices(forms.MultipleChoiceField):
    """Checkboxes. `exclusive` is the option that means none of the others, set apart by "or"."""

    widget = forms.CheckboxSelectMultiple
    inline = False

    def __init__(
        self,
        *,
        choices: Options,
        missing: Any = "",
        hints: Mapping[str, Any] | None = None,
        reveals: Mapping[str, str] | None = None,
        exclusive: str = "",
        **options: Any,
    ) -> None:
        self.hints, self.reveals, self.exclusive = dict(hints or {}), dict(reveals or {}), exclusive
        self.or_before = exclusive
        if not options.get("help_text"):
            options["help_text"] = _("Select all that apply.")
        super().__init__(choices=list(choices), **options)
        if missing:
            self.error_messages["required"] = missing
        self.error_messages["invalid_choice"] = self.error_messages["required"]

    def clean(self, value: Any) -> list[str]:
        """The chosen values, in the order they were offered."""
        chosen = super().clean(value)
        if self.exclusive in chosen and len(chosen) > 1:
            raise ValidationError(
                _("Select what applies, or select “%(none)s”."), params={"none": offered(self)[self.exclusive]}
            )
        return [option for option in offered(self) if option in chosen]

    def shown(self, value: list[str]) -> str:
        """The words that were chosen, one on each line."""
        words = offered(self)
        return "\n".join(str(words.get(option, option)) for option in value)


class Tick(forms.BooleanField):
    """One box to tick, such as a declaration; it must be ticked unless it is not required."""

    def __init__(self, *, missing: Any = "", **options: Any) -> None:
        super().__init__(**options)
        if missing:
            self.error_messages["required"] = missing

    def shown(self, value: bool) -> str:
        """Yes or no."""
        return str(_("Yes") if value else _("No"))
