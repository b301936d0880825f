"""Finding the income where the tax authority's figure does not serve."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from childmaintenance.accounts.access import actor_of, staff
from childmaintenance.accounts.terms import Role
from childmaintenance.calculation import actions, queries
from childmaintenance.calculation.terms import IncomeBasis
from childmaintenance.foundation import forms
from childmaintenance.portals.casework import words
from childmaintenance.portals.casework.layout import page
from childmaintenance.portals.casework.pages.facts import BECAUSE
from childmaintenance.portals.casework.pages.opening import opened


class Income(forms.Form):
    basis = forms.Choice(
        label=_("What does the income rest on?"),
        choices=[
            (IncomeBasis.CURRENT.value, _("Evidence of pay now")),
            (IncomeBasis.ESTIMATE.value, _("An estimate")),
            (IncomeBasis.DEFAULT.value, _("There is not enough information: make a default decision")),
        ],
        hints={
            IncomeBasis.CURRENT.value: _("Payslips, accounts or an employer’s answer"),
            IncomeBasis.ESTIMATE.value: _("Evidence is missing or cannot be relied on"),
            IncomeBasis.DEFAULT.value: _("£39, £51 or £64 a week for one, two, or three and more children"),
        },
        reveals={IncomeBasis.CURRENT.value: "current", IncomeBasis.ESTIMATE.value: "estimate"},
        missing=_("Select what the income rests on"),
    )
    current = forms.Pounds(label=_("Gross income a week"), called=_("The income"), missing=_("Enter the income a week"))
    estimate = forms.Pounds(
        label=_("Gross income a week"), called=_("The income"), missing=_("Enter the income a week")
    )
    because = forms.LongText(**BECAUSE)


@staff(Role.CASEWORKER, Role.TEAM_LEADER)
def income(request: HttpRequest, reference: str) -> HttpResponse:
    record = opened(request, reference, why="finding the income")
    form = Income(request.POST or None)
    if request.method == "POST" and form.is_valid():
        basis = IncomeBasis(form.cleaned_data["basis"])
        amount = form.cleaned_data.get(basis.value)
        actions.find_income(
            paying_parent=record.paying_parent,
            basis=basis,
            weekly_pence=amount.in_pence if amount is not None else None,
            because=form.cleaned_data["because"],
            by=actor_of(request),
        )
        messages.success(request, now("Your finding is kept. It counts from now on."))
        return redirect("casework:case", reference=reference)
    question = queries.newest_income_question(record.paying_parent)
    return page(request, "casework/income.html", {"case": record, "form": form, "question": question, "words": words})
