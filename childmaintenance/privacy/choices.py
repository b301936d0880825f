"""What a person has said about what may be kept on their device: kept there for a year, and written down beside a token."""

import re
from dataclasses import dataclass, replace

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from childmaintenance.privacy.cookies import Category, entry, register

WRITTEN = re.compile(r"v(\d{1,6})\.s([01])\.t([01])(?:\.([A-Za-z0-9_-]{22}))?")
NATIONS = ("england", "wales", "scotland", "northern-ireland")


@dataclass(frozen=True)
class Choice:
    """What is allowed now. `made` is whether the person has answered for the register as it is today.

    `token` is what `consents` knows them by, once they have answered; nothing else reads it.
    """

    statistics: bool = True  # the law asks for a notice and a free objection, not for consent
    tailored: bool = False  # the law asks for consent
    made: bool = False
    token: str = ""

    def allows(self, category: Category) -> bool:
        """Whether something of this category may be kept."""
        if category is Category.STATISTICS:
            return self.statistics
        if category is Category.TAILORED:
            return self.tailored
        return True

    @property
    def written(self) -> str:
        """What was chosen: the version it was made about, and a yes or no for each. Many people's are the same."""
        return f"v{register().version.number}.s{int(self.statistics)}.t{int(self.tailored)}"


def choice_of(request: HttpRequest) -> Choice:
    """What this browser's person has chosen. A browser that asks not to be tracked has objected already.

    A choice about an earlier version of the register is asked for again; meanwhile a "no" stays no, and consent has ended.
    """
    found = WRITTEN.fullmatch(request.COOKIES.get(entry("choices").name_on_device, ""))
    choice = Choice()
    if found:
        today = int(found[1]) == register().version.number
        choice = Choice(found[2] == "1", tailored=today and found[3] == "1", made=today, token=found[4] or "")
    if not (found and choice.made) and request.headers.get("Sec-GPC") == "1":
        choice = replace(choice, statistics=False)
    return choice


def keep(response: HttpResponseBase, choice: Choice) -> None:
    """Keep the choice and its token for a year, and take away at once whatever it no longer allows."""
    put(response, "choices", ".".join(filter(None, [choice.written, choice.token])))
    for kept in register().of(Category.STATISTICS, Category.TAILORED):
        if not choice.allows(kept.category):
            take_away(response, kept.name)


def put(response: HttpResponseBase, name: str, value: str) -> None:
    """Set a registered cookie, for as long as the register says. Raises NotRegistered."""
    found = entry(name)
    response.set_cookie(
        found.name_on_device,
        value,
        max_age=found.seconds or None,
        path="/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def take_away(response: HttpResponseBase, name: str) -> None:
    """Have the browser drop a registered cookie."""
    response.delete_cookie(entry(name).name_on_device, path="/", samesite="Lax")


def nation_of(request: HttpRequest) -> str:
    """The nation this person reads for, if they allowed us to remember it; else an empty text."""
    if not choice_of(request).tailored:
        return ""
    found = request.COOKIES.get(entry("nation").name_on_device, "")
    return found if found in NATIONS else ""


def remember_nation(request: HttpRequest, response: HttpResponseBase, nation: str) -> None:
    """Remember the nation where that was allowed, and do nothing where it was not. Raises ValueError for no nation."""
    if nation not in NATIONS:
        raise ValueError(nation)
    if choice_of(request).tailored and nation_of(request) != nation:
        put(response, "nation", nation)
