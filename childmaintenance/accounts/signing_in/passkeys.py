"""Passkeys: what a browser is asked to make, and which ones staff may use."""

from typing import Any

from allauth.mfa.webauthn import forms as webauthn_forms
from allauth.mfa.webauthn.internal import auth
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from fido2.webauthn import RegistrationResponse

from childmaintenance.accounts.models import StaffRole, User
from childmaintenance.foundation.forms import Form, Text

NAME_LENGTH = 60


class Credential(forms.JSONField):
    """What the browser's passkey window gave back; it comes from a script of ours, never from a person's typing."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__()
        self.error_messages["required"] = _("The passkey did not come through. Try again, or use another way")
        self.error_messages["invalid"] = self.error_messages["required"]


class AddPasskeyForm(Form, webauthn_forms.AddWebAuthnForm):
    """A new passkey with a name to know it by."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = {
            "name": Text(
                label=_("Name of the passkey"),
                help_text=_("For example, the phone or computer it is on."),
                called=_("Name of the passkey"),
                most=NAME_LENGTH,
                width=20,
                required=False,
            ),
            "credential": Credential(),
        }

    def clean(self) -> dict[str, Any]:
        """Whoever holds the device must also have proved it: by finger, face or PIN."""
        self.cleaned_data["passwordless"] = True
        cleaned = super().clean()
        credential = cleaned.get("credential")
        if credential and must_be_hardware(self.user) and is_copied(credential):
            raise ValidationError(_("Staff need a passkey that stays on one device, such as a security key"))
        return cleaned


class RenamePasskeyForm(Form, webauthn_forms.EditWebAuthnForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        label = _("Name of the passkey")
        self.fields = {"name": Text(label=label, called=label, missing=_("Enter a name"), most=NAME_LENGTH, width=20)}


class UsePasskeyForm(Form, webauthn_forms.AuthenticateWebAuthnForm):
    """A passkey as the second step."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = {"credential": Credential()}


class SignInByPasskeyForm(Form, webauthn_forms.LoginWebAuthnForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = {"credential": Credential()}


class ProveByPasskeyForm(Form, webauthn_forms.ReauthenticateWebAuthnForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = {"credential": Credential()}


def options_for_new(account: User) -> dict[str, Any]:
    """What to ask the browser to make: a passkey that signs in by itself; for staff, on a security key if there is one."""
    options = auth.begin_registration(account, True)
    if _is_staff(account) and settings.STAFF_PASSKEYS != "any":
        options["publicKey"] = {**options["publicKey"], "hints": ["security-key", "client-device"]}
    return options


def must_be_hardware(account: User) -> bool:
    """Whether this account may only use passkeys that never leave one device."""
    return bool(settings.STAFF_PASSKEYS == "require_hardware" and _is_staff(account))


def is_copied(credential: dict[str, Any]) -> bool:
    """Whether the passkey can be copied to other devices, as its maker says in the signed answer."""
    return RegistrationResponse.from_dict(credential).response.attestation_object.auth_data.is_backup_eligible()


def _is_staff(account: User) -> bool:
    return StaffRole.objects.filter(account=account, ended_at=None).exists()
