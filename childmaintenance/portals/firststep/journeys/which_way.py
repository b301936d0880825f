"""Which way fits: a few questions, and the ways in order."""

from django.utils.translation import gettext_lazy as _

from childmaintenance.accounts.visitors import AT_MOST, KEPT
from childmaintenance.journeys.terms import Journey, Section
from childmaintenance.portals.firststep.journeys.questions.arrangement import ARRANGEMENT
from childmaintenance.portals.firststep.journeys.questions.home import COURT
from childmaintenance.portals.firststep.journeys.questions.safety import SAFETY
from childmaintenance.portals.firststep.results import ways_found

which_way = Journey(
    slug="which_way",
    title=_("Which way fits"),
    sections=(Section("all", _("Questions"), (SAFETY, *COURT, *ARRANGEMENT)),),
    conclude=ways_found,
    conclusion="firststep/ways_in_order.html",
    introduction="firststep/which_way_start.html",
    layout="firststep/layout.html",
    kept=KEPT,
    at_most=AT_MOST,
    quick_exit=True,
)
