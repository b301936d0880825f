"""A person's own account: how they sign in, and the language we write in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from childmaintenance.accounts import actions, queries
from childmaintenance.accounts.access import actor_of
from childmaintenance.accounts.signing_in.adapter import home_of
from childmaintenance.accounts.signing_in.forms import LanguageForm


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Everything about signing in, on one page."""
    account = queries.account(actor_of(request).reference)
    context = {
        "account": account,
        "has_password": request.user.has_usable_password(),
        "places": len(queries.sessions(account.reference)),
        "back": home_of(request),
    }
    return render(request, "accounts/home.html", context)


@require_http_methods(["GET", "POST"])
def writing_language(request: HttpRequest) -> HttpResponse:
    """Choose the language of our e-mails about the account."""
    actor = actor_of(request)
    account = queries.account(actor.reference)
    form = LanguageForm(request.POST or None, initial={"language": account.language})
    if request.method == "POST" and form.is_valid():
        actions.choose_language(account=actor.reference, language=form.cleaned_data["language"], by=actor)
        messages.success(request, _("You have changed the language of our emails."))
        return redirect("account_home")
    return render(request, "accounts/writing_language.html", {"form": form})
