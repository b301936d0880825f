"""The second step: using it at sign-in, setting it up, replacing it, losing it. django-allauth's views, our templates."""

from typing import Any

from allauth.mfa.base import views as base_views
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery_views
from allauth.mfa.totp import views as totp_views
from allauth.mfa.webauthn import views as passkey_views
from allauth.mfa.webauthn.internal import auth
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from childmaintenance.accounts.access import actor_of, roles_of
from childmaintenance.accounts.sessions.endings import end_other_sessions
from childmaintenance.accounts.signing_in import forms, passkeys, proofs
from childmaintenance.accounts.signing_in.adapter import home_of
from childmaintenance.accounts.signing_in.networks import network_of
from childmaintenance.accounts.signing_in.pictures import square_code
from childmaintenance.accounts.signing_in.second_factor_adapter import SecondFactorAdapter
from childmaintenance.foundation import audit
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.forms import Form


def _note(request: HttpRequest, act: str, what: str) -> None:
    """One audit line about the signed-in account's own second factor."""
    actor = actor_of(request)
    audit.record(by=actor, act=act, about=actor.reference, why=what)


class SecondStepPage(base_views.AuthenticateView):
    """After the password: a passkey, a code from the app, or a recovery code."""

    template_name = "accounts/second_step.html"
    form_class = forms.SecondStepForm
    webauthn_form_class = passkeys.UsePasskeyForm

    def form_invalid(self, form: Any) -> HttpResponse:
        audit.record(
            by=Actor.system("sign-in"),
            act="account.second_factor_refused",
            about=self.stage.login.user.reference,
            why=network_of(self.request),
        )
        return super().form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        kinds = set(Authenticator.objects.filter(user=self.stage.login.user).values_list("type", flat=True))
        shown = next((form for form in (self.auth_form, self.webauthn_form) if form and form.errors), self.auth_form)
        return {**context, "kinds": kinds, "code_form": self.auth_form, "form": shown}


class ProveByCodePage(base_views.ReauthenticateView):
    template_name = "accounts/prove_by_code.html"
    form_class = forms.ProveByCodeForm


class SecondFactorPage(base_views.IndexView):
    """What is set up, and what can be added."""

    template_name = "accounts/second_factor.html"


class SecondFactorFirstPage(TemplateView):
    """Where staff land who have not passed a second factor: set one up, or prove the one there is."""

    template_name = "accounts/second_factor_first.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if proofs.has_proved_second_factor(request) or not roles_of(request):
            return HttpResponseRedirect(reverse("account_home"))
        if proofs.has_second_factor(request):
            kinds = Authenticator.objects.filter(user=request.user).values_list("type", flat=True)
            page = "mfa_reauthenticate" if Authenticator.Type.TOTP in kinds else "mfa_reauthenticate_webauthn"
            return HttpResponseRedirect(reverse(page))
        return super().get(request, *args, **kwargs)


class SetUpAppPage(totp_views.ActivateTOTPView):
    """The square picture and the same secret as text, then one code to show that it works."""

    template_name = "accounts/set_up_app.html"
    form_class = forms.SetUpAppForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        secret = context["form"].secret
        return {
            **context,
            "picture": square_code(
                context["totp_url"], described_as=_("Square code to scan with your authenticator app")
            ),
            "secret_in_fours": " ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
        }

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        proofs.count_as_proved(
            self.request, Authenticator.objects.get(user=self.request.user, type=Authenticator.Type.TOTP)
        )
        _note(self.request, "account.second_factor_added", "totp")
        end_other_sessions(self.request, self.request.user)
        return response


class RemoveAppPage(totp_views.DeactivateTOTPView):
    template_name = "accounts/remove_app.html"
    form_class = forms.RemoveAppForm

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        _note(self.request, "account.second_factor_removed", "totp")
        end_other_sessions(self.request, self.request.user)
        return response


class PasskeysPage(passkey_views.ListWebAuthnView):
    template_name = "accounts/passkeys.html"


class AddPasskeyPage(passkey_views.AddWebAuthnView):
    template_name = "accounts/add_passkey.html"
    form_class = passkeys.AddPasskeyForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "options": passkeys.options_for_new(self.request.user),
            "must_be_hardware": passkeys.must_be_hardware(self.request.user),
        }

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        newest = Authenticator.objects.filter(user=self.request.user, type=Authenticator.Type.WEBAUTHN).latest("pk")
        proofs.count_as_proved(self.request, newest)
        copied = passkeys.is_copied(form.cleaned_data["credential"])
        _note(
            self.request,
            "account.second_factor_added",
            f"passkey, {'may be copied' if copied else 'stays on its device'}",
        )
        end_other_sessions(self.request, self.request.user)
        return response


class RenamePasskeyPage(passkey_views.EditWebAuthnView):
    template_name = "accounts/rename_passkey.html"
    form_class = passkeys.RenamePasskeyForm


class RemovePasskeyPage(passkey_views.RemoveWebAuthnView):
    template_name = "accounts/remove_passkey.html"
    form_class = Form

    def form_valid(self, form: Any) -> HttpResponse:
        if not SecondFactorAdapter().can_delete_authenticator(self.object):
            form.add_error(None, ValidationError(SecondFactorAdapter.error_messages["cannot_delete_authenticator"]))
            return self.form_invalid(form)
        response = super().form_valid(form)
        _note(self.request, "account.second_factor_removed", "passkey")
        end_other_sessions(self.request, self.request.user)
        return response


class SignInByPasskeyPage(passkey_views.LoginWebAuthnView):
    """Signing in with a passkey alone: the script asks by GET what to show the browser, and posts its answer."""

    form_class = passkeys.SignInByPasskeyForm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return JsonResponse(auth.begin_authentication(user=None))

    def form_invalid(self, form: Any) -> HttpResponse:
        audit.record(
            by=Actor.system("sign-in"),
            act="account.passkey_refused",
            about="no such account",
            why=network_of(self.request),
        )
        return super().form_invalid(form)


class ProveByPasskeyPage(passkey_views.ReauthenticateWebAuthnView):
    template_name = "accounts/prove_by_passkey.html"
    form_class = passkeys.ProveByPasskeyForm


class RecoveryCodesPage(recovery_views.ViewRecoveryCodesView):
    template_name = "accounts/recovery_codes.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        _note(self.request, "account.recovery_codes_seen", "on the page")
        return {**super().get_context_data(**kwargs), "carry_on": home_of(self.request)}


class NewRecoveryCodesPage(recovery_views.GenerateRecoveryCodesView):
    template_name = "accounts/new_recovery_codes.html"
    form_class = forms.NewRecoveryCodesForm

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        _note(self.request, "account.recovery_codes_made", "")
        return response


class DownloadRecoveryCodesPage(recovery_views.DownloadRecoveryCodesView):
    template_name = "accounts/recovery_codes.txt"
