"""Choose somebody of the town and be them. In the demo only: production has neither these pages nor their app."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from childmaintenance.accounts import actions as accounts
from childmaintenance.demo import picker
from childmaintenance.foundation.language import in_language


@require_GET
def choose(request: HttpRequest) -> HttpResponse:
    """Everybody one may be, and what each will find."""
    return render(request, "demo/choose.html", {"groups": picker.groups()})


@require_POST
def be(request: HttpRequest) -> HttpResponse:
    """Sign in as the person on a card and go to their first page, in the language they chose."""
    found = picker.account_of(request.POST.get("who", ""))
    if found is None:
        raise Http404
    account, language = found
    accounts.sign_in_as(request, account)
    home = settings.HOME_OF_STAFF if request.POST["who"].startswith("staff.") else settings.HOME_OF_PERSON
    with in_language(language):
        return redirect(reverse(home))
