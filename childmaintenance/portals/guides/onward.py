"""Where a guide may lead: every page of ours that is not a guide, by its name, with the words of its link."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation.pages import url
from childmaintenance.guidance.guides import GUIDES
from childmaintenance.guidance.leaflets import LEAFLETS
from childmaintenance.guidance.searching.passages import HELPERS

OTHER_PAGES: dict[str, str | Promise] = {
    "guides:options": _("Compare the ways side by side"),
    "guides:questions": _("Frequently asked questions"),
    "guides:contact": _("Contact somebody"),
    "firststep:get_help:start": _("Find your next step"),
    "separation:start": _("Find help with other things"),
    "calculator:start": _("Work out an amount"),
    "firststep:which_way:start": _("Find the way that suits you"),
    "firststep:can_you_apply:start": _("Check whether you can apply"),
    "arrangement:start": _("Write down what you agree"),
    "parents:apply:start": _("Apply for child maintenance"),
    "parents:join": _("Type the code from your letter"),
    "account_login": _("Sign in to your case"),
    "leaflets:index": _("Leaflets"),
    "safety": _("How to use this service safely"),
    "privacy": _("Privacy"),
}

DOORS = {
    "options": "guides:options",
    "contact": "guides:contact",
    "safety": "safety",
    "privacy": "privacy",
    "apply": "parents:apply:start",
    "sign-in": "account_login",
    "calculator": "calculator:start",
    "which-way": "firststep:which_way:start",
    "arrangement": "arrangement:start",
    "separation": "separation:start",
    "leaflets": "leaflets:index",
    "join": "parents:join",
}
"""The pages that can be found though they are no content: their key in `guidance/searching/doors.toml`, and their name."""


@dataclass(frozen=True, kw_only=True)
class Link:
    """A way on: its words and its address, in the reader's language."""

    text: str
    href: str


def onward(name: str) -> Link:
    """The link for a page of ours by its name, for a guide as `guide:SLUG`, or for a leaflet. Raises KeyError or NoSuchPage."""
    kind, colon, slug = name.partition(":")
    if colon and kind == "guide":
        return Link(text=GUIDES.page(slug).title, href=address_of(name))
    if colon and kind == "leaflet":
        return Link(text=str(_("Leaflet: %(title)s")) % {"title": LEAFLETS.page(slug).title}, href=address_of(name))
    return Link(text=str(OTHER_PAGES[name]), href=url(name))


def address_of(key: str, anchor: str = "") -> str:
    """Where a found page is: guide:SLUG, leaflet:SLUG, faq:SLUG or page:KEY, at a place within it."""
    kind, _colon, name = key.partition(":")
    part = f"#{anchor}" if anchor else ""
    if kind == "guide":
        return url("guides:guide", slug=name) + part
    if kind == "leaflet":
        return url("leaflets:leaflet", slug=name) + part
    if kind == "faq":
        return url("guides:questions") + (part or f"#{name}")
    if key == HELPERS and anchor:
        return url("separation:everybody") + part
    return url(DOORS[name])
