"""The e-mails of signing in. Short and discreet: no subject or first line says what the service is about."""

from typing import Any

from django.utils.translation import gettext as _

from childmaintenance.accounts.configuration import DISCREET_NAME
from childmaintenance.foundation import clock
from childmaintenance.foundation.language import long_date


def words(kind: str, context: dict[str, Any]) -> tuple[str, str]:
    """Subject and body of one kind of e-mail, named as django-allauth names it, in the current language."""
    if kind in ("email_confirmation", "email_confirmation_signup"):
        return _your_code(context["code"])
    if kind == "password_reset_key":
        return _reset_link(context["password_reset_url"])
    if kind == "account_already_exists":
        return _you_have_an_account(context["password_reset_url"])
    if kind == "unknown_account":
        return _no_account(context["signup_url"])
    return _notice(kind)


def _your_code(code: str) -> tuple[str, str]:
    return _("Your sign-in code"), _letter(
        _("Your code is %(code)s") % {"code": code},
        _("It works for 10 minutes. Enter it on the page that asked for it."),
        _("We will never ask you to tell anybody this code. If you did not ask for it, ignore this email."),
    )


def _reset_link(link: str) -> tuple[str, str]:
    return _("Set a new password"), _letter(
        _("Somebody asked to set a new password for this email address. If it was you, use this link:"),
        link,
        _("The link works once, for one hour."),
        _("If it was not you, ignore this email. Your password has not changed."),
    )


def _you_have_an_account(link: str) -> tuple[str, str]:
    return _("You already have an account"), _letter(
        _("Somebody tried to create an account with this email address, and there is one already."),
        _("If it was you, sign in with your password. If you have forgotten it, set a new one here:"),
        link,
        _("If it was not you, you do not need to do anything."),
    )


def _no_account(link: str) -> tuple[str, str]:
    return _("No account with this email address"), _letter(
        _("Somebody asked to set a new password for this email address, but no account uses it."),
        _("If it was you, you may have used a different email address. You can also create an account here:"),
        link,
        _("If it was not you, you do not need to do anything."),
    )


def _notice(kind: str) -> tuple[str, str]:
    what = {
        "password_changed": _("The password of your account was changed."),
        "password_set": _("A password was set for your account."),
        "password_reset": _("The password of your account was changed with a link we sent by email."),
        "email_changed": _("The email address of your account was changed. This address no longer works to sign in."),
        "totp_activated": _("An authenticator app was added to your account."),
        "totp_deactivated": _("The authenticator app was removed from your account."),
        "webauthn_added": _("A passkey was added to your account."),
        "webauthn_removed": _("A passkey was removed from your account."),
        "recovery_codes_generated": _("New recovery codes were made for your account. The old ones no longer work."),
    }[kind]
    moment = clock.wall().astimezone(clock.LONDON)
    return _("A change to how you sign in"), _letter(
        what,
        _("This was on %(day)s at %(time)s.") % {"day": long_date(moment), "time": f"{moment:%H:%M}"},
        _("If it was you, you do not need to do anything. If it was not you, set a new password now and tell us."),
    )


def _letter(*paragraphs: str) -> str:
    return "\n\n".join([*paragraphs, DISCREET_NAME]) + "\n"
