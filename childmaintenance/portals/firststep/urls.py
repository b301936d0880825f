"""The addresses of the first step. What somebody answers stands in none of them."""

from django.urls import include, path

from childmaintenance.accounts.public_forms import public_form
from childmaintenance.accounts.visitors import visitor_of
from childmaintenance.foundation.kept_pages import kept
from childmaintenance.foundation.same_origin import own_pages_only
from childmaintenance.portals.firststep import keeping, not_working
from childmaintenance.portals.firststep.journeys.can_you_apply import can_you_apply
from childmaintenance.portals.firststep.journeys.get_help import get_help
from childmaintenance.portals.firststep.journeys.which_way import which_way

questions = public_form("a first step that nobody has to sign in for", form="first step")
keeping_it = public_form("only this visitor's own answers, which the session knows", form="keep a first step", most=60)

app_name = "firststep"
urlpatterns = [
    path("get-help/reference", keeping_it(keeping.reference), name="reference"),
    path("get-help/reference/forget", keeping_it(keeping.forget), name="forget"),
    path("get-help/<uuid:draft>/keep", keeping_it(keeping.keep), name="keep"),
    path("get-help/", include(get_help.urls(questions, visitor_of))),
    path("which-way/not-working", questions(own_pages_only(kept()(not_working.page))), name="not_working"),
    path("which-way/", include(which_way.urls(questions, visitor_of))),
    path("can-you-apply/", include(can_you_apply.urls(questions, visitor_of))),
]
