"""The form that every question page is."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import ErrorList


class Form(forms.Form):
    """Drawn with the upstream macros by `{{ form }}`.

    `heading`, when a page sets it, is the page's h1: with one field it becomes that field's label or legend, with several it
    stands above them. A field opened by an option (`reveals`) is required only while that option is chosen, else dropped.
    """

    heading: Any = ""
    heading_apart = False
    """True keeps the heading out of the label, for pages that have words to say between the two."""
    use_required_attribute = False

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)

    @property
    def revealed(self) -> dict[str, tuple[str, str]]:
        """Each field that an option opens: its name, the field with the option, and the option."""
        return {
            opened: (name, option)
            for name, field in self.fields.items()
            for option, opened in getattr(field, "reveals", {}).items()
        }

    def _clean_fields(self) -> None:
        """Clean each field; what an option that was not chosen would have opened counts as not asked."""
        closed = set(self._closed())
        required = {name: self.fields[name].required for name in closed}
        for name in closed:
            self.fields[name].required = False
        super()._clean_fields()  # type: ignore[misc]
        for name in closed:
            self.fields[name].required = required[name]
            self._errors.pop(name, None)  # type: ignore[attr-defined]
            self.cleaned_data[name] = None

    def _closed(self) -> Iterator[str]:
        for opened, (name, option) in self.revealed.items():
            chosen = self.fields[name].widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
            if option not in (chosen if isinstance(chosen, list) else [chosen]):
                yield opened

    def errors_of(self, name: str) -> ErrorList:
        """The errors of one field."""
        return self.errors.get(name, ErrorList())

    def visible(self) -> list[BoundField]:
        """The fields that stand on the page by themselves, in order."""
        opened = self.revealed
        return [bound for bound in self.visible_fields() if bound.name not in opened]
