"""Pages that only tests have: every component, and every kind of field on one page."""

from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf.urls.i18n import i18n_patterns
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.template.context_processors import csrf
from django.urls import path
from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation import clock, forms

HERE = Path(__file__).parent
NAVIGATION = [
    {"text": "Home", "href": "/", "current": True},
    {"text": "Payments", "href": "/gallery/components"},
    {"text": "Letters", "href": "/gallery/fields"},
]
ACCOUNT = [{"text": "Your account", "href": "/"}, {"text": "Sign out", "href": "/", "post": True}]


class EveryField(forms.Form):
    """One of each."""

    heading = "Every kind of field"

    full_name = forms.FullName(label="Full name", missing="Enter your full name")
    born = forms.Date(
        label="Date of birth",
        called="Date of birth",
        missing="Enter your date of birth",
        latest=clock.today,
        birthday=True,
        help_text="For example, 27 3 1985",
    )
    children = forms.WholeNumber(
        label="How many children?", called="The number of children", missing="Enter how many children", highest=20
    )
    income = forms.Pounds(label="Weekly income", called="Weekly income", missing="Enter your weekly income")
    number = forms.NationalInsuranceNumber(label="National Insurance number")
    phone = forms.Phone(label="Phone number")
    email = forms.Email(label="Email address")
    postcode = forms.Postcode(label="Postcode")
    account_name = forms.AccountName(label="Name on the account", missing="Enter the name on the account")
    sort_code = forms.SortCode(label="Sort code", missing="Enter a sort code")
    account_number = forms.AccountNumber(label="Account number", missing="Enter an account number")
    roll_number = forms.RollNumber(label="Building society roll number (if you have one)")
    worried = forms.YesNo(label="Are you worried about being safe?", missing="Select yes or no")
    contact = forms.Choice(
        label="How can we reach you?",
        choices=[("post", "By post"), ("phone", "By phone"), ("other", "Another way")],
        hints={"post": "Letters in a plain envelope"},
        reveals={"other": "other_way"},
        missing="Select how we can reach you",
    )
    other_way = forms.Text(label="Which way?", missing="Enter another way to reach you", called="The other way")
    benefits = forms.Choices(
        label="Which of these do you get?",
        choices=[("uc", "Universal Credit"), ("jsa", "Jobseeker’s Allowance"), ("none", "None of these")],
        exclusive="none",
        missing="Select what you get, or “None of these”",
    )
    anything_else = forms.LongText(label="Is there anything else?", required=False, most=200)
    agreed = forms.Tick(label="What I have said is true", missing="Confirm that what you have said is true")


class OneField(forms.Form):
    """A single question: its heading is its legend."""

    heading = "When was the child born?"
    born = forms.Date(
        called=_("Date of birth"),
        missing="Enter the date of birth",
        latest=clock.today,
        help_text="For example, 27 3 2019",
    )


def show(request: HttpRequest, template: str, **values: Any) -> HttpResponse:
    """A page of this folder, in the house's own frame."""
    words = (HERE / template).read_text()
    context = {
        "request": request,
        "messages": messages.get_messages(request),
        "navigation": NAVIGATION,
        "account_links": ACCOUNT,
        **csrf(request),
        **values,
    }
    from django.template.backends.utils import csrf_input

    return HttpResponse(engines["jinja2"].env.from_string(words).render({**context, "csrf_input": csrf_input(request)}))


def components(request: HttpRequest) -> HttpResponse:
    messages.success(request, "Your payment day was changed")
    return show(request, "gallery.html")


def fields(request: HttpRequest) -> HttpResponse:
    return show(
        request,
        "gallery_form.html",
        form=EveryField(request.POST) if request.method == "POST" else EveryField(),
        exit_this_page=True,
    )


def one(request: HttpRequest) -> HttpResponse:
    return show(request, "gallery_form.html", form=OneField(request.POST) if request.method == "POST" else OneField())


def breaks(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("This page breaks, so that the page for that can be seen.")


# By name, because this room may not know the one above it that puts all addresses together.
of_the_house = import_module("childmaintenance.config.urls").urlpatterns

urlpatterns = [
    *i18n_patterns(
        path("gallery/components", components),
        path("gallery/fields", fields),
        path("gallery/one", one),
        path("gallery/breaks", breaks),
        prefix_default_language=False,
    ),
    *of_the_house,
]
handler404 = "childmaintenance.portals.public.errors.not_found"
handler500 = "childmaintenance.portals.public.errors.broken"
