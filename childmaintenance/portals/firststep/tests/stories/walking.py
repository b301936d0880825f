"""Walking through the first step as a visitor would: read, fill in, press the button."""

import re
from html import unescape
from typing import Any

from django.test import Client

Answer = dict[str, Any]


def day(name: str, year: int, month: int = 3, of: int = 1) -> Answer:
    return {f"{name}-day": str(of), f"{name}-month": str(month), f"{name}-year": str(year)}


SAFE, UNSAFE = {"worries": ["none"]}, {"worries": ["risk"]}
MOTHER: list[tuple[str, Answer]] = [
    ("safety", SAFE),
    ("who", {"who": "with_me"}),
    ("nation", {"nation": "wales"}),
    ("child-born", day("date_of_birth", 2016)),
    ("children", {"another": "no"}),
    ("together", {"together": "no"}),
    ("where", {"lives": "both"}),
    ("court-order", {"ordered": "no"}),
    ("now", {"now": "nothing"}),
    ("talking", {"talk": "could"}),
    ("matters", {}),
]
"""A mother of one child in Wales, who is safe and has nothing yet."""


def but(pages: list[tuple[str, Answer]], *, without: tuple[str, ...] = (), **other: Answer) -> list[tuple[str, Answer]]:
    """The same way with other answers; underscores stand for the hyphens of a question's name."""
    changed = {name.replace("_", "-"): answer for name, answer in other.items()}
    return [(slug, changed.get(slug, answer)) for slug, answer in pages if slug not in without]


FROM_OUR_PAGE = {"sec-fetch-site": "same-origin"}
"""What a browser says with every form of a page of ours."""


class Visitor:
    """Somebody with a browser who does not say who they are."""

    def __init__(self, *, prefix: str = "", client: Client | None = None) -> None:
        self.client, self.prefix = client or Client(headers=FROM_OUR_PAGE), prefix
        self.page, self.at, self.status, self.response = "", "", 0, None

    def open(self, address: str) -> "Visitor":
        return self._seen(self.client.get(address, follow=True))

    def send(self, answer: Answer | None = None, *, to: str = "") -> "Visitor":
        return self._seen(self.client.post(to or self.at, answer or {}, follow=True))

    def begin(self, journey: str = "/get-help/") -> "Visitor":
        return self.open(f"{self.prefix}{journey}").send()

    def answer(self, pages: list[tuple[str, Answer]]) -> "Visitor":
        """Answer page after page; each must be the one that comes."""
        for slug, answer in pages:
            assert self.slug == slug, f"expected {slug}, but this is {self.at}: {self.heading}"
            self.send(answer)
            assert "error-summary" not in self.page, f"{slug}: {self.words}"
        return self

    @property
    def draft(self) -> str:
        """The address that all pages of the draft begin with."""
        found = re.match(r".*?/[0-9a-f]{8}-[0-9a-f-]{27}/", self.at)
        assert found, self.at
        return found[0]

    @property
    def draft_id(self) -> str:
        return self.draft.rstrip("/").rpartition("/")[2]

    @property
    def slug(self) -> str:
        return self.at.partition("?")[0].rpartition("/")[2]

    @property
    def heading(self) -> str:
        """The page's only h1; fails when there is not exactly one."""
        [found] = re.findall(r"<h1[^>]*>(.*?)</h1>", self.page, re.S)
        return _text(found)

    @property
    def title(self) -> str:
        return unescape(re.search(r"<title>(.*?)</title>", self.page, re.S)[1])

    @property
    def ways(self) -> list[str]:
        """The names of the open ways, in their order."""
        inside = re.search(r'<ol class="govuk-list ocm-ways">(.*?)</ol>', self.page, re.S)[1]
        return [_text(name).split(". ", 1)[1] for name in re.findall(r"<h3[^>]*>(.*?)</h3>", inside, re.S)]

    @property
    def words(self) -> str:
        return _text(re.sub(r"<script.*?</script>", " ", self.page, flags=re.S))

    @property
    def reference(self) -> str:
        """The reference on the page that shows it."""
        return re.search(r"<strong>(F-[0-9A-Z-]+)</strong>", self.page)[1]

    def link(self, text: str) -> str:
        """Where the link with these words leads."""
        for address, inside in re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', self.page, re.S):
            if _text(inside) == text:
                return unescape(address)
        raise AssertionError(f"no link {text!r} on {self.at}")

    def _seen(self, response: Any) -> "Visitor":
        self.response, self.page, self.status = response, response.content.decode(), response.status_code
        asked = response.request
        here = asked["PATH_INFO"] + (f"?{asked['QUERY_STRING']}" if asked["QUERY_STRING"] else "")
        self.at = response.redirect_chain[-1][0] if response.redirect_chain else here
        return self


def _text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
