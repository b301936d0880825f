"""django-allauth's second-factor adapter in our words; secrets are encrypted before they are stored."""

import base64
import hashlib
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from childmaintenance.accounts.configuration import DISCREET_NAME
from childmaintenance.accounts.models import StaffRole


class SecondFactorAdapter(DefaultMFAAdapter):
    """Apps, passkeys and recovery codes."""

    error_messages = {
        "add_email_blocked": gettext_lazy("You cannot add a second email address"),
        "cannot_delete_authenticator": gettext_lazy("Staff always need a second step. Add another one first"),
        "cannot_generate_recovery_codes": gettext_lazy("Set up an app or a passkey first. Then we can give you codes"),
        "incorrect_code": gettext_lazy("The code is not right. Check it and enter it again"),
        "unverified_email": gettext_lazy("Confirm your email address first"),
    }

    def encrypt(self, text: str) -> str:
        return _vault().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Raises InvalidToken when the service's secret key was changed without keeping the old one as a fallback."""
        return _vault().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether something would be left to prove with: staff must always keep one."""
        if not StaffRole.objects.filter(account_id=authenticator.user_id, ended_at=None).exists():
            return True
        left = Authenticator.objects.filter(user_id=authenticator.user_id).exclude(pk=authenticator.pk)
        return left.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return _("Passkey %(number)d") % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": DISCREET_NAME}

    def get_public_key_credential_user_entity(self, user: AbstractBaseUser) -> dict[str, Any]:
        return {**super().get_public_key_credential_user_entity(user), "display_name": user.name}  # type: ignore[attr-defined]


def _vault() -> MultiFernet:
    """The secret key of the service makes the key; old ones still open what they closed."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet(
        [Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"second factor:{key}".encode()).digest())) for key in keys]
    )
