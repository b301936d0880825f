"""The addresses of the parents' portal. References only: nobody's name stands in one."""

from django.urls import include, path

from childmaintenance.accounts.access import actor_of, person, proved_again
from childmaintenance.portals.parents import bringing, joining
from childmaintenance.portals.parents.journeys.answer import answer
from childmaintenance.portals.parents.journeys.apply import apply
from childmaintenance.portals.parents.journeys.bank_details import bank_details
from childmaintenance.portals.parents.journeys.contact_details import contact_details
from childmaintenance.portals.parents.journeys.not_arrived import not_arrived
from childmaintenance.portals.parents.journeys.pay_day import pay_day
from childmaintenance.portals.parents.journeys.service import service
from childmaintenance.portals.parents.pages.routes import routes


def person_proved_again(view):  # type: ignore[no-untyped-def]
    """Where money goes and where letters go are changed only by somebody who has just shown who they are."""
    return person(proved_again(view))


app_name = "parents"
urlpatterns = [
    *routes,
    path("begin/", joining.begin, name="begin"),
    path("join/", joining.join, name="join"),
    path("apply-with-reference", bringing.with_reference, name="with_reference"),
    path("apply/", include(apply.urls(person, actor_of))),
    path("details/bank/", include(bank_details.urls(person_proved_again, actor_of))),
    path("details/contact/", include(contact_details.urls(person_proved_again, actor_of))),
    path("cases/<str:about>/answer/", include(answer.urls(person, actor_of))),
    path("cases/<str:about>/not-arrived/", include(not_arrived.urls(person, actor_of))),
    path("cases/<str:about>/pay-day/", include(pay_day.urls(person, actor_of))),
    path("cases/<str:about>/service/", include(service.urls(person, actor_of))),
]
