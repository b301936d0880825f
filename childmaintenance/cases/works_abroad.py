"""Whom a parent abroad may work for, as both the first step and the application ask it."""

from django.utils.translation import gettext_lazy as _

from childmaintenance.cases.eligibility import WorksAbroadFor

CHOICES = [
    (WorksAbroadFor.ARMED_FORCES.value, _("The armed forces")),
    (WorksAbroadFor.CIVIL_SERVICE.value, _("The civil service")),
    (WorksAbroadFor.DIPLOMATIC_SERVICE.value, _("The diplomatic service")),
    (WorksAbroadFor.NHS.value, _("The NHS")),
    (WorksAbroadFor.LOCAL_AUTHORITY.value, _("A local council")),
    (WorksAbroadFor.UK_COMPANY.value, _("A company registered in the UK")),
    (WorksAbroadFor.NOBODY_OF_THESE.value, _("None of these")),
    (WorksAbroadFor.NOT_KNOWN.value, _("I do not know")),
]
"""Value and words, in the order in which they are asked."""
