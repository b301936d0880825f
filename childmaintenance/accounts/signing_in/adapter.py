"""django-allauth's account adapter in our words: messages, e-mails, the security log, where to go next."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from childmaintenance.accounts.models import User
from childmaintenance.accounts.sessions.endings import end_other_sessions
from childmaintenance.accounts.signing_in import emails, proofs
from childmaintenance.accounts.signing_in.networks import network_of
from childmaintenance.foundation import audit, language
from childmaintenance.foundation.actor import Actor

SIGN_IN = Actor.system("sign-in")

CONFIRMATIONS = {
    "account/messages/password_changed.txt": gettext_lazy("You have changed your password."),
    "account/messages/password_set.txt": gettext_lazy("You have set a password."),
    "account/messages/email_confirmed.txt": gettext_lazy("We have confirmed your email address."),
    "mfa/messages/totp_activated.txt": gettext_lazy("Your authenticator app is set up."),
    "mfa/messages/totp_deactivated.txt": gettext_lazy("You have removed your authenticator app."),
    "mfa/messages/webauthn_added.txt": gettext_lazy("Your passkey is set up."),
    "mfa/messages/webauthn_removed.txt": gettext_lazy("You have removed the passkey."),
    "mfa/messages/recovery_codes_generated.txt": gettext_lazy("You have new recovery codes."),
}
"""What a page says after an act, by the name of the message that django-allauth would show."""


class SignInAdapter(DefaultAccountAdapter):
    """Every hook of django-allauth that we use, so that no page of ours shows its words."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": gettext_lazy("This account is closed"),
        "duplicate_email": gettext_lazy("This is already the email address you sign in with"),
        "email_password_mismatch": gettext_lazy("The email address or password is not right. Check both and try again"),
        "email_taken": gettext_lazy("You cannot use this email address. Enter a different one"),
        "enter_current_password": gettext_lazy("The password you use now is not right. Enter it again"),
        "incorrect_code": gettext_lazy("The code is not right. Check it and enter it again"),
        "incorrect_password": gettext_lazy("The password is not right. Enter it again"),
        "invalid_password_reset": gettext_lazy("This link has been used or is too old"),
        "rate_limited": gettext_lazy("You have tried too often. Wait 5 minutes and try again"),
        "same_as_current": gettext_lazy("This is already the email address you sign in with"),
        "too_many_login_attempts": gettext_lazy("You have tried too often. Wait 5 minutes and try again"),
    }

    def is_ajax(self, request: HttpRequest) -> bool:
        """Never: our pages are pages, and the two answers that scripts ask for have views of their own."""
        return False

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Confirm in our words what was changed; say nothing of what the next page shows anyway."""
        text = message or CONFIRMATIONS.get(message_template or "")
        if text:
            messages.add_message(request, level, str(text), extra_tags=extra_tags)

    # ---- e-mails ----

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write in the language the account chose; to somebody without an account, in the language of the page."""
        account = User.objects.filter(email=email.lower()).first()
        with language.in_language(account.language if account else language.current()):
            subject, body = emails.words(template_prefix.rsplit("/", 1)[-1], context)
        EmailMessage(subject, body, self.get_from_email(), [email]).send()

    def send_notification_mail(self, template_prefix: str, user: Any, *details: Any, **more: Any) -> None:
        """Tell the holder of a change that is done; a mail server that is down must not undo or hide it."""
        try:
            super().send_notification_mail(template_prefix, user, *details, **more)
        except OSError:
            audit.record(by=SIGN_IN, act="account.notice_not_sent", about=user.reference, why=template_prefix)

    # ---- the security log ----

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        account = User.objects.filter(email=credentials.get("email", "").lower()).first()
        audit.record(
            by=SIGN_IN,
            act="account.password_refused",
            about=account.reference if account else "no such account",
            why=network_of(request),
        )

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **details: Any) -> HttpResponse:
        response = super().post_login(request, user, **details)
        audit.record(
            by=SIGN_IN,
            act="account.signed_in",
            about=user.reference,  # type: ignore[attr-defined]
            why=f"{proofs.how_signed_in(request)}, {network_of(request)}",
        )
        return response

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """Every other session ends: whoever knew the old password must not stay in."""
        super().set_password(user, password)
        request = allauth_context.request
        audit.record(by=SIGN_IN, act="account.password_set", about=user.reference, why=network_of(request))  # type: ignore[attr-defined]
        end_other_sessions(request, user)

    # ---- where next ----

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return home_of(request)

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return home_of(request)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_home")

    def get_email_verification_redirect_url(self, email_address: Any) -> str:
        return reverse("account_home") if allauth_context.request.user.is_authenticated else reverse("account_login")

    def is_reauthentication_required(self, *, app: str, **_details: Any) -> bool:
        return not proofs.recently_proved(allauth_context.request)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The ways an account can prove itself again, each with our words."""
        words = {
            "reauthenticate": _("Use your password"),
            "mfa_reauthenticate": _("Use a code from your app, or a recovery code"),
            "mfa_reauthenticate:webauthn": _("Use a passkey"),
        }
        return [{**way, "description": words[way["id"]]} for way in super().get_reauthentication_methods(user)]


def home_of(request: HttpRequest) -> str:
    """The first page after sign-in: a person's home or the work list; our own page where that portal is not installed."""
    name = settings.HOME_OF_STAFF if request.user.roles_held else settings.HOME_OF_PERSON
    try:
        return reverse(name)
    except NoReverseMatch:
        return reverse("account_home")
