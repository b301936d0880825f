"""Settling a fact: both statements side by side, what counts, and why."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from childmaintenance.accounts.access import actor_of, staff
from childmaintenance.accounts.terms import Role
from childmaintenance.cases import actions, queries
from childmaintenance.cases.terms import CaseRecord, FactKind
from childmaintenance.foundation import forms
from childmaintenance.portals.casework import words
from childmaintenance.portals.casework.layout import page
from childmaintenance.portals.casework.pages.case import fact_row
from childmaintenance.portals.casework.pages.opening import opened

BECAUSE = {
    "label": _("Why?"),
    "help_text": _("What you weighed, and why this counts. It is kept with the decision."),
    "missing": _("Enter the reason"),
    "most": 2000,
}


class Nights(forms.Form):
    value = forms.WholeNumber(
        label=_("Nights a year with the paying parent"),
        called=_("The nights"),
        highest=366,
        missing=_("Enter the nights"),
    )
    because = forms.LongText(**BECAUSE)


class Parentage(forms.Form):
    value = forms.YesNo(label=_("Is the paying parent a parent of this child?"), missing=_("Select yes or no"))
    because = forms.LongText(**BECAUSE)


class HowMany(forms.Form):
    value = forms.WholeNumber(
        label=_("How many children?"), called=_("The number"), highest=20, missing=_("Enter how many")
    )
    because = forms.LongText(**BECAUSE)


class WhichBenefit(forms.Form):
    value = forms.Choice(label=_("Which benefit?"), choices=list(words.BENEFITS.items()), missing=_("Select a benefit"))
    because = forms.LongText(**BECAUSE)


class WhichReason(forms.Form):
    value = forms.Choice(
        label=_("Which reason to pay nothing?"),
        choices=[(key or "none", text) for key, text in words.NIL_REASONS.items()],
        missing=_("Select a reason"),
    )
    because = forms.LongText(**BECAUSE)


class EqualCare(forms.Form):
    value = forms.YesNo(
        label=_("Does the paying parent care for the child no less than the receiving parent does?"),
        help_text=_(
            "Regulation 50; in Northern Ireland 49. Not only nights: everything that caring from day to day takes."
        ),
        missing=_("Select yes or no"),
    )
    because = forms.LongText(**BECAUSE)


class Education(forms.Form):
    value = forms.YesNo(label=_("Is the child in approved education or training?"), missing=_("Select yes or no"))
    because = forms.LongText(**BECAUSE)


class MayWeAct(forms.Form):
    value = forms.YesNo(label=_("Does the law let us act for this family?"), missing=_("Select yes or no"))
    because = forms.LongText(**BECAUSE)


# What is asked for each kind of fact, and the shape the answer is kept in.
ASKED: dict[FactKind, tuple[type[forms.Form], str]] = {
    FactKind.NIGHTS: (Nights, "nights"),
    FactKind.PARENTAGE: (Parentage, "accepted"),
    FactKind.OTHER_CHILDREN: (HowMany, "count"),
    FactKind.OTHER_ARRANGEMENT: (HowMany, "count"),
    FactKind.BENEFIT: (WhichBenefit, "benefit"),
    FactKind.NIL_REASON: (WhichReason, "reason"),
    FactKind.EQUAL_CARE: (EqualCare, "equal"),
    FactKind.EDUCATION: (Education, "approved"),
    FactKind.RESIDENCE: (MayWeAct, "allows"),
    FactKind.COURT_ORDER: (MayWeAct, "allows"),
}
TYPED: dict[FactKind, Any] = {
    **dict.fromkeys(
        (FactKind.PARENTAGE, FactKind.EQUAL_CARE, FactKind.EDUCATION, FactKind.RESIDENCE, FactKind.COURT_ORDER),
        lambda value: value == "yes",
    ),
    FactKind.NIL_REASON: lambda value: "" if value == "none" else value,
}


@staff(Role.CASEWORKER, Role.TEAM_LEADER)
def settle(request: HttpRequest, reference: str, kind: str, child: str = "") -> HttpResponse:
    record = opened(request, reference, why="settling a fact")
    if kind not in {one.value for one in ASKED} or (child and child not in {c.reference for c in record.children}):
        raise Http404
    asked, key = ASKED[FactKind(kind)]
    form = asked(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = TYPED.get(FactKind(kind), lambda value: value)
        actions.record_finding(
            case=reference,
            kind=FactKind(kind),
            child=child,
            value={key: typed(form.cleaned_data["value"])},
            because=form.cleaned_data["because"],
            by=actor_of(request),
        )
        messages.success(request, now("Your finding is kept. It counts from now on."))
        return redirect("casework:case", reference=reference)
    return page(
        request, "casework/fact.html", {"case": record, "form": form, "fact": _row(record, FactKind(kind), child)}
    )


def _row(record: CaseRecord, kind: FactKind, child: str) -> dict[str, object]:
    names = {one.reference: one.first_name for one in record.children}
    for fact in queries.facts(record.reference):
        if fact.kind == kind and fact.child == child:
            return fact_row(fact, names)
    return {"title": words.FACTS[kind], "about": names.get(child, ""), "said": []}
