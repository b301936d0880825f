"""The boxes of sign-in pages: passwords and codes."""

import unicodedata
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation.forms import Text


def as_kept(password: str) -> str:
    """One way of writing each letter: ŵ typed on two kinds of keyboard must be the same password."""
    return unicodedata.normalize("NFC", password)


class Password(forms.CharField):
    """A password the person has already. It may be pasted, shown, and as long as they like."""

    widget = forms.PasswordInput

    def __init__(self, *, missing: Any = "", autocomplete: str = "current-password", **options: Any) -> None:
        options.setdefault("label", _("Password"))
        super().__init__(strip=False, **options)
        self.error_messages["required"] = missing or _("Enter your password")
        self.widget.attrs |= {"autocomplete": autocomplete, "spellcheck": "false", "autocapitalize": "none"}

    def to_python(self, value: Any) -> str:
        return as_kept(super().to_python(value) or "")


class NewPassword(Password):
    """A password being chosen. Asked for once, because it can be shown; `account` is whose name it may not repeat."""

    account: Any = None

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("New password"))
        options.setdefault("missing", _("Enter a new password"))
        options.setdefault("help_text", _("Use 8 characters or more. Three random words make a strong password."))
        super().__init__(autocomplete="new-password", **options)

    def clean(self, value: Any) -> str:
        password = super().clean(value)
        validate_password(password, self.account)
        return password


class Code(Text):
    """A code from an e-mail, an app or a list. Spaces and dashes do not matter."""

    keyboard = "numeric"

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Code"))
        options.setdefault("missing", _("Enter the code"))
        super().__init__(most=40, width=10, autocomplete="one-time-code", **options)
