"""Taking in a bank statement by hand, when it did not come by itself: taken whole, or refused with a reason."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from childmaintenance.accounts.access import actor_of, staff
from childmaintenance.accounts.terms import Role
from childmaintenance.collection import actions, queries
from childmaintenance.collection.terms import StatementRefused
from childmaintenance.portals.casework.layout import page

# Larger files come through the bank's folder; a browser is for the odd one.
MOST = 2_000_000


@staff(Role.PAYMENTS_OFFICER, Role.TEAM_LEADER)
def statements(request: HttpRequest) -> HttpResponse:
    problem = ""
    if request.method == "POST":
        file = request.FILES.get("file")
        if file is None:
            problem = _("Choose the bank’s file")
        elif file.size is None or file.size > MOST:
            problem = _("The file is too large for a browser: put it into the bank’s folder")
        else:
            try:
                taken = actions.take_in_statement(data=file.read(), by=actor_of(request))
            except StatementRefused as refused:
                problem = _("Nothing was taken in. %(why)s") % {"why": refused.reason.label}
            else:
                if taken.again:
                    messages.info(request, _("This very file was taken in before. Nothing was done twice."))
                else:
                    said = ngettext("%(n)d new entry.", "%(n)d new entries.", taken.new_entries)
                    messages.success(request, _("Taken in.") + " " + said % {"n": taken.new_entries})
                return redirect("casework:statements")
    context = {"problem": problem, "gaps": queries.statements_that_do_not_follow()}
    return page(request, "casework/statements.html", context)
