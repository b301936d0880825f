"""Walking through pages as a person would: follow what is on the page, type, press the button."""

import re
from html import unescape

from django.test import Client

PLAN = {
    "leader": {"full_name": "Siân O’Neill-Ó Súilleabháin"},
    "day": {"day-day": "5", "day-month": "4", "day-year": "2026"},
    "meal": {"meal": "packed", "which": ""},
}


class Walker:
    """Somebody with a browser, and an open draft of the outing."""

    def __init__(self, who: str = "U-ANNA") -> None:
        self.client = Client(headers={"sec-fetch-site": "same-origin"})
        self.client.cookies["who"] = who
        self.at = ""
        self.page = ""
        self.status = 0

    def open(self, address: str) -> "Walker":
        return self._seen(self.client.get(address, follow=True))

    def send(self, address: str = "", /, **typed: object) -> "Walker":
        """Fill in the page's form and press its button."""
        return self._seen(self.client.post(address or self.at, typed, follow=True))

    def begin(self) -> "Walker":
        return self.open("/outing/").send()

    def plan(self, **other: dict) -> "Walker":
        """Answer the first section."""
        for slug, typed in (PLAN | other).items():
            self.send(f"{self.draft}{slug}", **typed)
        return self

    def guest(self, name: str, age: str) -> "Walker":
        """Answer the two questions about a guest, from the page that asks the first."""
        return self.send(name=name).send(age=age)

    @property
    def draft(self) -> str:
        """The address all pages of the draft begin with."""
        return re.match(r".*?/[0-9a-f-]{36}/", self.at)[0]

    @property
    def heading(self) -> str:
        """The page's only h1; fails when there is not exactly one."""
        (found,) = re.findall(r"<h1[^>]*>(.*?)</h1>", self.page, re.S)
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", found)).split())

    @property
    def words(self) -> str:
        """All that stands on the page."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.page)).split())

    def link(self, text: str) -> str:
        """Where the link with these words leads."""
        for address, inside in re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', self.page, re.S):
            if " ".join(unescape(re.sub(r"<[^>]+>", " ", inside)).split()) == text:
                return unescape(address)
        raise AssertionError(f"no link {text!r} on {self.at}")

    def _seen(self, response) -> "Walker":
        self.status = response.status_code
        self.page = response.content.decode()
        if response.redirect_chain:
            self.at = response.redirect_chain[-1][0]
        else:
            self.at = response.request["PATH_INFO"] + (
                f"?{response.request['QUERY_STRING']}" if response.request["QUERY_STRING"] else ""
            )
        return self
