"""Every address of this room, with who may use it. Names are django-allauth's where it looks them up."""

from django.urls import path, re_path

from childmaintenance.accounts import pages
from childmaintenance.accounts.access import account_holder, anyone, before_second_factor, proved_again
from childmaintenance.accounts.sessions import pages as sessions
from childmaintenance.accounts.signing_in import pages as signing_in
from childmaintenance.accounts.signing_in import second_factor_pages as second

door = anyone("the way in: nobody is signed in yet")
link = anyone("reached by a secret link that was sent by e-mail")
out = anyone("leaving must always be possible, and shows nothing")
clock = anyone("tells a browser about its own session, which may be over")


def own(view):  # type: ignore[no-untyped-def]
    """A page of one's own account that staff may open before they have a second factor."""
    return account_holder(before_second_factor(view))


urlpatterns = [
    # The way in
    path("sign-in", door(signing_in.SignInPage.as_view()), name="account_login"),
    path("sign-in/second-step", door(second.SecondStepPage.as_view()), name="mfa_authenticate"),
    path("sign-in/passkey", door(second.SignInByPasskeyPage.as_view()), name="mfa_login_webauthn"),
    path("sign-in/start-again", door(signing_in.start_again), name="account_start_again"),
    path("create-account", door(signing_in.SignUpPage.as_view()), name="account_signup"),
    path("confirm-email", door(signing_in.EmailCodePage.as_view()), name="account_email_verification_sent"),
    path("account-closed", door(signing_in.ClosedPage.as_view()), name="account_inactive"),
    path("forgotten-password", door(signing_in.ForgottenPasswordPage.as_view()), name="account_reset_password"),
    path(
        "forgotten-password/sent",
        door(signing_in.ForgottenPasswordSentPage.as_view()),
        name="account_reset_password_done",
    ),
    re_path(
        r"^forgotten-password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)$",
        link(signing_in.NewPasswordPage.as_view()),
        name="account_reset_password_from_key",
    ),
    path(
        "forgotten-password/changed",
        door(signing_in.NewPasswordDonePage.as_view()),
        name="account_reset_password_from_key_done",
    ),
    # The way out, and the session's own clock
    path("sign-out", out(signing_in.SignOutPage.as_view()), name="account_logout"),
    path("signed-out", out(signing_in.SignedOutPage.as_view()), name="account_signed_out"),
    path("session/ends-soon", clock(sessions.ends_soon), name="account_session_ends_soon"),
    path("session/ended", clock(sessions.ended), name="account_session_ended"),
    path("session/stay", clock(sessions.stay_signed_in), name="account_session_stay"),
    path("session/state", clock(sessions.state), name="account_session_state"),
    # One's own account
    path("account", account_holder(pages.home), name="account_home"),
    path("account/language", account_holder(pages.writing_language), name="account_language"),
    path("account/password", account_holder(signing_in.ChangePasswordPage.as_view()), name="account_change_password"),
    path(
        "account/password/set",
        account_holder(proved_again(signing_in.SetPasswordPage.as_view())),
        name="account_set_password",
    ),
    path("account/email", account_holder(proved_again(signing_in.ChangeEmailPage.as_view())), name="account_email"),
    path("account/places", account_holder(sessions.places), name="account_places"),
    path("account/places/sign-out-everywhere", account_holder(sessions.everywhere), name="account_sign_out_everywhere"),
    # Proving who one is, once more
    path("account/prove", own(signing_in.ProveByPasswordPage.as_view()), name="account_reauthenticate"),
    path("account/prove/code", own(second.ProveByCodePage.as_view()), name="mfa_reauthenticate"),
    path("account/prove/passkey", own(second.ProveByPasskeyPage.as_view()), name="mfa_reauthenticate_webauthn"),
    # The second step
    path("account/second-step", own(second.SecondFactorPage.as_view()), name="mfa_index"),
    path("account/second-step/first", own(second.SecondFactorFirstPage.as_view()), name="account_second_factor_first"),
    path("account/second-step/app", own(second.SetUpAppPage.as_view()), name="mfa_activate_totp"),
    path("account/second-step/app/remove", account_holder(second.RemoveAppPage.as_view()), name="mfa_deactivate_totp"),
    path("account/second-step/passkeys", own(second.PasskeysPage.as_view()), name="mfa_list_webauthn"),
    path("account/second-step/passkeys/add", own(second.AddPasskeyPage.as_view()), name="mfa_add_webauthn"),
    path(
        "account/second-step/passkeys/<int:pk>/name",
        account_holder(second.RenamePasskeyPage.as_view()),
        name="mfa_edit_webauthn",
    ),
    path(
        "account/second-step/passkeys/<int:pk>/remove",
        account_holder(second.RemovePasskeyPage.as_view()),
        name="mfa_remove_webauthn",
    ),
    path("account/second-step/recovery-codes", own(second.RecoveryCodesPage.as_view()), name="mfa_view_recovery_codes"),
    path(
        "account/second-step/recovery-codes/new",
        account_holder(second.NewRecoveryCodesPage.as_view()),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/second-step/recovery-codes/download",
        own(second.DownloadRecoveryCodesPage.as_view()),
        name="mfa_download_recovery_codes",
    ),
]
