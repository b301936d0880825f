"""Where a guide may lead: every page of ours that is not a guide, by its name, with the words of its link."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation.pages import url
from childmaintenance.guidance.guides import GUIDES

OTHER_PAGES: dict[str, str | Promise] = {
    "guides:options": _("Compare the ways side by side"),
    "guides:questions": _("Frequently asked questions"),
    "guides:contact": _("Contact somebody"),
    "parents:apply:start": _("Apply for child maintenance"),
    "parents:join": _("Type the code from your letter"),
    "account_login": _("Sign in to your case"),
    "safety": _("How to use this service safely"),
    "privacy": _("Privacy"),
}


@dataclass(frozen=True, kw_only=True)
class Link:
    """A way on: its words and its address, in the reader's language."""

    text: str
    href: str


def onward(name: str) -> Link:
    """The link for a page of ours by its name, or for a guide as `guide:SLUG`. Raises KeyError or NoSuchPage."""
    if name.startswith("guide:"):
        page = GUIDES.page(name.removeprefix("guide:"))
        return Link(text=page.title, href=url("guides:guide", slug=page.slug))
    return Link(text=str(OTHER_PAGES[name]), href=url(name))
