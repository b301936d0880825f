"""django-allauth's forms with our fields and our words. What they check is theirs; how they ask is ours."""

from typing import Any

from allauth.account import forms as account_forms
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.recovery_codes.forms import GenerateRecoveryCodesForm
from allauth.mfa.totp import forms as totp_forms
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from childmaintenance.accounts import actions
from childmaintenance.accounts.models import User
from childmaintenance.accounts.signing_in.fields import Code, NewPassword, Password
from childmaintenance.accounts.terms import Language
from childmaintenance.foundation import language
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.forms import Choice, Email, Form, FullName


class SignInForm(Form, account_forms.LoginForm):
    """E-mail address and password. A wrong one and an unknown one get the same answer, in the same time."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = {
            "login": Email(label=_("Email address"), autocomplete="username"),
            "password": Password(),
        }


class SignUpForm(Form, account_forms.SignupForm):
    """Name, e-mail address, password; the code that follows proves the address."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = {
            "name": FullName(label=_("Full name"), missing=_("Enter your full name")),
            "email": Email(
                label=_("Email address"), help_text=_("We will send you a code to check that it reaches you.")
            ),
            "password1": NewPassword(label=_("Create a password"), missing=_("Enter a password")),
        }

    def clean(self) -> dict[str, Any]:
        """The password is compared with the name and address typed beside it."""
        password = self.cleaned_data.get("password1")
        if password:
            somebody = User(name=self.cleaned_data.get("name", ""), email=self.cleaned_data.get("email", ""))
            try:
                validate_password(password, somebody)
            except ValidationError as refused:
                self.add_error("password1", refused)
        return self.cleaned_data

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """Where the address has an account already, take as long as opening one would, so that the time tells nothing."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)

    def save(self, request: HttpRequest) -> User:
        reference = actions.open_account(
            email=self.cleaned_data["email"],
            password=self.cleaned_data["password1"],
            name=self.cleaned_data["name"],
            language=language.current(),
            by=Actor.system("sign-up"),
        )
        account = User.objects.get(reference=reference)
        record_authentication(request, account, "password")  # who has just chosen a password need not repeat it at once
        return account


class EmailCodeForm(Form, account_forms.ConfirmEmailVerificationCodeForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = {"code": Code(label=_("6-digit code"))}


class ForgottenPasswordForm(Form, account_forms.ResetPasswordForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = {"email": Email(label=_("Email address"), autocomplete="username")}


class NewPasswordForm(Form, account_forms.ResetPasswordKeyForm):
    """The new password after following the link."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = {"password1": NewPassword()}
        self.fields["password1"].account = self.user


class ChangePasswordForm(Form, account_forms.ChangePasswordForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        now = Password(label=_("The password you use now"), missing=_("Enter the password you use now"))
        self.fields = {"oldpassword": now, "password1": NewPassword()}
        self.fields["password1"].account = self.user


class SetPasswordForm(Form, account_forms.SetPasswordForm):
    """For an account that has no password yet."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = {"password1": NewPassword()}
        self.fields["password1"].account = self.user


class ChangeEmailForm(Form, account_forms.AddEmailForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = {
            "email": Email(
                label=_("New email address"), help_text=_("We will send you a code to check that it reaches you.")
            )
        }


class ProveByPasswordForm(Form, account_forms.ReauthenticateForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = {"password": Password()}


class SecondStepForm(Form, mfa_forms.AuthenticateForm):
    """A code from the app, or a recovery code, after the password."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = {"code": Code()}


class ProveByCodeForm(Form, mfa_forms.ReauthenticateForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = {"code": Code()}


class SetUpAppForm(Form, totp_forms.ActivateTOTPForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields = {"code": Code(label=_("6-digit code from the app"), missing=_("Enter the code from the app"))}


class RemoveAppForm(Form, totp_forms.DeactivateTOTPForm):
    """Nothing to fill in; staff are refused when nothing else is left."""


class NewRecoveryCodesForm(Form, GenerateRecoveryCodesForm):
    """Nothing to fill in."""


class LanguageForm(Form):
    """The language of our e-mails to the account."""

    language = Choice(
        label=_("Which language should we write to you in?"),
        choices=[(Language.ENGLISH, "English"), (Language.WELSH, "Cymraeg")],
        missing=_("Select a language"),
    )
