"""Can you apply: for each child, with the reasons."""

from django.utils.translation import gettext_lazy as _

from childmaintenance.accounts.visitors import AT_MOST, KEPT
from childmaintenance.journeys.terms import Journey, Section
from childmaintenance.portals.firststep.journeys.questions.children import CHILDREN
from childmaintenance.portals.firststep.journeys.questions.home import COURT, LIVING, NATION
from childmaintenance.portals.firststep.journeys.questions.safety import SAFETY
from childmaintenance.portals.firststep.journeys.questions.who import WHO
from childmaintenance.portals.firststep.results import eligibility_found

can_you_apply = Journey(
    slug="can_you_apply",
    title=_("Can you apply"),
    sections=(Section("all", _("Questions"), (SAFETY, *WHO, NATION, CHILDREN, *LIVING, *COURT)),),
    conclude=eligibility_found,
    conclusion="firststep/for_which_children.html",
    introduction="firststep/can_you_apply_start.html",
    layout="firststep/layout.html",
    kept=KEPT,
    at_most=AT_MOST,
    quick_exit=True,
)
