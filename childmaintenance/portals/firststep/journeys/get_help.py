"""Get help arranging maintenance: the whole first step, from who you are to what you can do."""

from django.utils.translation import gettext_lazy as _

from childmaintenance.accounts.visitors import AT_MOST, KEPT
from childmaintenance.journeys.terms import Journey, Section
from childmaintenance.portals.firststep.journeys.questions.arrangement import ARRANGEMENT
from childmaintenance.portals.firststep.journeys.questions.children import CHILDREN
from childmaintenance.portals.firststep.journeys.questions.home import COURT, LIVING, NATION
from childmaintenance.portals.firststep.journeys.questions.safety import SAFETY
from childmaintenance.portals.firststep.journeys.questions.who import WHO
from childmaintenance.portals.firststep.results import everything_found

get_help = Journey(
    slug="get_help",
    title=_("Your next step"),
    sections=(Section("all", _("Questions"), (SAFETY, *WHO, NATION, CHILDREN, *LIVING, *COURT, *ARRANGEMENT)),),
    conclude=everything_found,
    conclusion="firststep/what_you_can_do.html",
    introduction="firststep/get_help_start.html",
    layout="firststep/layout.html",
    kept=KEPT,
    at_most=AT_MOST,
    quick_exit=True,
)
