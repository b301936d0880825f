"""The house's addresses, and a page behind each kind of mark for the stories of this room."""

from importlib import import_module

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from childmaintenance.accounts import actions
from childmaintenance.accounts.access import account_holder, actor_of, anyone, person, proved_again, staff
from childmaintenance.accounts.public_forms import public_form
from childmaintenance.accounts.terms import Role
from childmaintenance.accounts.visitors import visitor_of

# By name, because this room may not know the one above it that puts all addresses together.
of_the_house = import_module("childmaintenance.config.urls").urlpatterns


def says(words: str):
    return lambda request: HttpResponse(words)


@account_holder
@proved_again
def proved(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"proved {request.POST.get('said', '')}")


def visitor(request: HttpRequest) -> HttpResponse:
    return HttpResponse(visitor_of(request).reference)


def demonstration(request: HttpRequest, reference: str) -> HttpResponse:
    actions.sign_in_as(request, reference)
    return HttpResponse("signed in")


@account_holder
def ended_meanwhile(request: HttpRequest) -> HttpResponse:
    """Keeps something in the session while another device ends it."""
    request.session["answer"] = "late"
    actions.sign_out_everywhere(account=request.user.reference, by=actor_of(request))
    return HttpResponse("done")


urlpatterns = [
    *of_the_house,
    path("for/anyone", anyone("a test")(says("for anyone")), name="for_anyone"),
    path("for/visitors", csrf_exempt(anyone("a test")(visitor)), name="for_visitors"),
    path("for/limited", public_form("a test", form="test", most=5)(says("counted")), name="for_limited"),
    path("for/people", person(says("for people")), name="for_people"),
    path("for/staff", staff()(says("for staff")), name="for_staff"),
    path("for/caseworkers", staff(Role.CASEWORKER)(says("for caseworkers")), name="for_caseworkers"),
    path("for/officers", staff(Role.PAYMENTS_OFFICER)(says("for officers")), name="for_officers"),
    path("for/proved", proved, name="for_proved"),
    path("for/ended-meanwhile", ended_meanwhile, name="for_ended_meanwhile"),
    path("for/demonstration/<str:reference>", anyone("a test")(demonstration), name="for_demonstration"),
]
