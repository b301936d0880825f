"""Signing in, creating an account, and the password: django-allauth's pages with our templates and our log."""

from typing import Any

from allauth.account import views
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from childmaintenance.accounts.sessions.leaving import clear_browser
from childmaintenance.accounts.signing_in import forms
from childmaintenance.accounts.signing_in.ways_back import safe_path
from childmaintenance.foundation import audit
from childmaintenance.foundation.actor import Actor


class SignInPage(views.LoginView):
    template_name = "accounts/sign_in.html"
    form_class = forms.SignInForm


class SignUpPage(views.SignupView):
    template_name = "accounts/sign_up.html"
    form_class = forms.SignUpForm


class EmailCodePage(views.ConfirmEmailVerificationCodeView):
    """The code that proves an address; wrong ones are counted, and the fifth ends the attempt."""

    template_name = "accounts/email_code.html"
    form_class = forms.EmailCodeForm

    def form_invalid(self, form: Any) -> HttpResponse:
        if self._process.user:
            audit.record(by=Actor.system("sign-in"), act="account.code_refused", about=self._process.user.reference)
        return super().form_invalid(form)


class SignOutPage(views.LogoutView):
    """Asks by GET, signs out by POST, and has the browser forget what it kept of us."""

    template_name = "accounts/sign_out.html"

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        account = self.request.user
        if account.is_authenticated:
            audit.record(by=Actor.system("sign-in"), act="account.signed_out", about=account.reference)
        return clear_browser(super().post(*args, **kwargs))


class SignedOutPage(TemplateView):
    template_name = "accounts/signed_out.html"


class ClosedPage(views.AccountInactiveView):
    template_name = "accounts/closed.html"


class ForgottenPasswordPage(views.PasswordResetView):
    template_name = "accounts/forgotten_password.html"
    form_class = forms.ForgottenPasswordForm


class ForgottenPasswordSentPage(views.PasswordResetDoneView):
    template_name = "accounts/forgotten_password_sent.html"


class NewPasswordPage(views.PasswordResetFromKeyView):
    """Where the link of the e-mail leads; used or old, it says so and offers a new one."""

    template_name = "accounts/new_password.html"
    form_class = forms.NewPasswordForm


class NewPasswordDonePage(views.PasswordResetFromKeyDoneView):
    template_name = "accounts/new_password_done.html"


class ChangePasswordPage(views.PasswordChangeView):
    template_name = "accounts/change_password.html"
    form_class = forms.ChangePasswordForm


class SetPasswordPage(views.PasswordSetView):
    template_name = "accounts/set_password.html"
    form_class = forms.SetPasswordForm


class ChangeEmailPage(views.EmailView):
    """One address at a time: the new one replaces the old one when its code was entered."""

    template_name = "accounts/change_email.html"
    form_class = forms.ChangeEmailForm

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """django-allauth's page has four buttons, ours has one."""
        form = self.get_form()
        return self.form_valid(form) if form.is_valid() else self.form_invalid(form)


class ProveByPasswordPage(views.ReauthenticateView):
    template_name = "accounts/prove_by_password.html"
    form_class = forms.ProveByPasswordForm


@require_POST
def start_again(request: HttpRequest) -> HttpResponse:
    """Drop a sign-in that is half done, in order to sign in as somebody else or to create an account."""
    back = safe_path(request.POST.get("next"))
    request.session.flush()
    return HttpResponseRedirect(back or reverse("account_login"))
