"""Where the children of an application live: the answers there are, and whose law each leads to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from childmaintenance.cases.eligibility import Lives
from childmaintenance.values import Territory


class ChildrenLive(models.TextChoices):
    """What somebody can say of it."""

    ENGLAND = "england", _("England")
    SCOTLAND = "scotland", _("Scotland")
    WALES = "wales", _("Wales")
    NORTHERN_IRELAND = "northern_ireland", _("Northern Ireland")
    ABROAD = "abroad", _("Outside the United Kingdom")
    NOT_KNOWN = "not_known", _("I do not know")


def territory_of(nation: str | None) -> Territory:
    """Whose law a case falls under: Northern Ireland's for its children, Great Britain's for all others."""
    return Territory.NI if nation == ChildrenLive.NORTHERN_IRELAND else Territory.GB


def lives_in(nation: str | None) -> Lives | None:
    """Whether the children live in the United Kingdom, as eligibility asks; None while nobody has said."""
    if not nation:
        return None
    return {ChildrenLive.ABROAD: Lives.ABROAD, ChildrenLive.NOT_KNOWN: Lives.NOT_KNOWN}.get(
        ChildrenLive(nation), Lives.IN_THE_UK
    )
