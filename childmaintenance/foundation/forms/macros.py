"""From a Django field to the parameters of an upstream macro. Works for any form, ours or a library's."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from childmaintenance.foundation.forms.fields.choices import offered
from childmaintenance.foundation.forms.fields.dates import PARTS, ThreeBoxes

Params = dict[str, Any]

PART_WIDTHS = {"day": "govuk-input--width-2", "month": "govuk-input--width-2", "year": "govuk-input--width-4"}
KNOWN = {
    "autocomplete",
    "inputmode",
    "autocapitalize",
    "spellcheck",
    "class",
    "rows",
    "cols",
    "maxlength",
    "minlength",
    "required",
    "type",
    "id",
}
"""Attributes of a widget that the macros know, or that would stop somebody typing; any other is passed on as it is."""


def macro_for(bound: BoundField) -> tuple[str, Params]:
    """Which macro draws this field, and with what."""
    widget = bound.field.widget
    for kinds, draw in DRAWN_BY:
        if isinstance(widget, kinds):
            kind, params = draw(bound)
            return kind, params
    return "input", _input(bound)


def fields_at_top(form: forms.BaseForm) -> list[BoundField]:
    """The visible fields that are not inside an option of another."""
    return form.visible() if hasattr(form, "visible") else list(form.visible_fields())


def error_summary(form: forms.BaseForm) -> list[Params]:
    """What is wrong, in page order, each linked to the first input that can put it right."""
    found: list[Params] = []
    for name in (*form.fields, NON_FIELD_ERRORS):
        bound = form[name] if name in form.fields else next(iter(fields_at_top(form)), None)
        for error in form.errors[name].as_data() if name in form.errors else ():
            link = {"href": f"#{_target(bound, error)}"} if bound and not bound.is_hidden else {}
            found += [
                {"text": message, **link}
                for message in error.messages
                if message not in [item["text"] for item in found]
            ]
    return found


def _target(bound: BoundField, error: Any) -> str:
    """The id of the input to go to: the first radio or checkbox, or the box of a date that is at fault."""
    base = str(bound.auto_id)
    if isinstance(bound.field.widget, ThreeBoxes):
        parts = (getattr(error, "params", None) or {}).get("parts") or PARTS
        return f"{base}-{parts[0]}"
    return base


def _words(bound: BoundField) -> Params:
    """What every macro needs: id, name, hint and error."""
    params: Params = {"id": str(bound.auto_id), "name": bound.html_name}
    if bound.field.help_text:
        params["hint"] = {"text": bound.field.help_text}
    errors = [str(error) for error in bound.errors]
    if errors:
        params["errorMessage"] = {
            "html": Markup("<br>").join(errors),
            "visuallyHiddenText": _("Error"),
        }
    return params


def _heading(bound: BoundField) -> Params:
    """The words of a label or legend and their size: large for a page's only question, which is its heading."""
    form = bound.form
    heading = getattr(form, "heading", "")
    if not heading or [field.name for field in fields_at_top(form)] != [bound.name]:
        return {"text": bound.label, "size": "s"}
    if not getattr(form, "heading_apart", False):
        return {"text": heading, "isPageHeading": True, "size": "l"}
    # The h1 stands above, with words between; a field with no name of its own repeats it for screen readers only.
    return {"text": bound.field.label, "size": "m"} if bound.field.label else {"text": heading, "size": "hidden"}


def _label(bound: BoundField) -> Params:
    words = _heading(bound)
    size = words.pop("size")
    return {**words, "classes": "govuk-visually-hidden" if size == "hidden" else f"govuk-label--{size}"}


def _fieldset(bound: BoundField) -> Params:
    words = _heading(bound)
    size = words.pop("size")
    classes = "govuk-visually-hidden" if size == "hidden" else f"govuk-fieldset__legend--{size}"
    return {"legend": {**words, "classes": classes}}


def _input(bound: BoundField) -> Params:
    field, attrs = bound.field, bound.field.widget.attrs
    params = _words(bound) | {"label": _label(bound), "type": getattr(field.widget, "input_type", "text")}
    if (value := bound.value()) not in (None, ""):
        params["value"] = value
    if attrs.get("class"):
        params["classes"] = attrs["class"]
    for name in ("autocomplete", "inputmode", "autocapitalize"):
        if attrs.get(name):
            params[name] = attrs[name]
    if attrs.get("spellcheck"):
        params["spellcheck"] = attrs["spellcheck"] == "true"
    for affix in ("prefix", "suffix"):
        if text := getattr(field, affix, ""):
            params[affix] = {"text": text}
    if passed := {name: value for name, value in attrs.items() if name not in KNOWN and value is not False}:
        params["attributes"] = passed
    return params


def _password(bound: BoundField) -> tuple[str, Params]:
    params = _input(bound)
    params.pop("value", None)  # a password is never sent back
    return "password", params | {
        "showPasswordText": _("Show"),
        "hidePasswordText": _("Hide"),
        "showPasswordAriaLabelText": _("Show password"),
        "hidePasswordAriaLabelText": _("Hide password"),
        "passwordShownAnnouncementText": _("Your password is visible"),
        "passwordHiddenAnnouncementText": _("Your password is hidden"),
    }


def _textarea(bound: BoundField) -> tuple[str, Params]:
    params = _input(bound)
    params.pop("type")
    params["rows"] = bound.field.widget.attrs.get("rows", 5)
    most = getattr(bound.field, "most", None)
    if not most:
        return "textarea", params
    return "character_count", params | {
        "maxlength": most,
        "textareaDescriptionText": _("You can enter up to %(most)s characters").replace("%(most)s", "%{count}"),
        "charactersUnderLimitText": _counted(
            lambda n: ngettext("You have %(count)d character remaining", "You have %(count)d characters remaining", n)
        ),
        "charactersAtLimitText": _("You have 0 characters remaining"),
        "charactersOverLimitText": _counted(
            lambda n: ngettext("You have %(count)d character too many", "You have %(count)d characters too many", n)
        ),
    }


def _counted(say: Callable[[int], str]) -> dict[str, str]:
    """The plural forms that the browser chooses between; it knows the language's rules, and we its words."""
    examples = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 6, "other": 10}
    return {rule: say(n).replace("%(count)d", "%{count}") for rule, n in examples.items()}


def _options(bound: BoundField) -> list[Params]:
    """Each option with its hint and what it reveals."""
    field = bound.field
    items: list[Params] = []
    chosen = bound.value()
    chosen = {str(value) for value in chosen} if isinstance(chosen, (list, tuple, set)) else {str(chosen)}
    for value, words in offered(field).items():
        if getattr(field, "or_before", "") == value and items:
            items.append({"divider": _("or")})
        item: Params = {"value": str(value), "text": words, "checked": str(value) in chosen}
        if hint := getattr(field, "hints", {}).get(value):
            item["hint"] = {"text": hint}
        if opened := getattr(field, "reveals", {}).get(value):
            item["conditional"] = {"html": bound.form[opened].as_field_group()}
        if value and value == getattr(field, "exclusive", ""):
            item["behaviour"] = "exclusive"
        items.append(item)
    return items


def _radios(bound: BoundField) -> tuple[str, Params]:
    params = _words(bound) | {"idPrefix": str(bound.auto_id), "fieldset": _fieldset(bound), "items": _options(bound)}
    if getattr(bound.field, "inline", False):
        params["classes"] = "govuk-radios--inline"
    return "radios", params


def _checkboxes(bound: BoundField) -> tuple[str, Params]:
    return "checkboxes", _words(bound) | {
        "idPrefix": str(bound.auto_id),
        "fieldset": _fieldset(bound),
        "items": _options(bound),
    }


def _tick(bound: BoundField) -> tuple[str, Params]:
    """One checkbox: its label is the whole question, unless the page's heading is."""
    params = _words(bound) | {"idPrefix": str(bound.auto_id)}
    item: Params = {"value": "on", "text": bound.label, "checked": bool(bound.value())}
    if hint := params.pop("hint", None):
        item["hint"] = hint
    if _heading(bound).get("isPageHeading"):
        params["fieldset"] = _fieldset(bound)
    return "checkboxes", params | {"items": [item]}


def _select(bound: BoundField) -> tuple[str, Params]:
    params = _words(bound) | {"label": _label(bound)}
    value = bound.value()
    params["items"] = [
        {"value": str(option), "text": words, "selected": str(option) == ("" if value is None else str(value))}
        for option, words in offered(bound.field).items()
    ]
    return "select", params


def _file(bound: BoundField) -> tuple[str, Params]:
    params = _words(bound) | {"label": _label(bound)}
    if accept := bound.field.widget.attrs.get("accept"):
        params["attributes"] = {"accept": accept}
    return "file", params


def _date(bound: BoundField) -> tuple[str, Params]:
    value = bound.value()
    typed = (value.day, value.month, value.year) if hasattr(value, "month") else tuple(value or ("", "", ""))
    faults = {part for error in bound.errors.as_data() for part in (error.params or {}).get("parts", PARTS)}
    names = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
    birthday = getattr(bound.field.widget, "birthday", False)
    items = [
        {
            "name": part,
            "label": names[part],
            "value": str(typed[i]),
            "classes": PART_WIDTHS[part] + (" govuk-input--error" if part in faults else ""),
            # A month may be typed as a word, so it must not bring up a keyboard of digits only.
            "inputmode": "text" if part == "month" else "numeric",
            **({"autocomplete": f"bday-{part}"} if birthday else {}),
        }
        for i, part in enumerate(PARTS)
    ]
    return "date", _words(bound) | {"namePrefix": bound.html_name, "fieldset": _fieldset(bound), "items": items}


DRAWN_BY: list[tuple[Any, Any]] = [
    (ThreeBoxes, _date),
    (forms.CheckboxSelectMultiple, _checkboxes),  # to Django it is a kind of RadioSelect, so it comes first
    (forms.RadioSelect, _radios),
    (forms.CheckboxInput, _tick),
    (forms.Select, _select),
    (forms.PasswordInput, _password),
    (forms.Textarea, _textarea),
    (forms.FileInput, _file),
]
