"""Somebody at the calculator without a browser: they answer page after page, whatever comes, from one list of answers."""

import re
from html import unescape
from typing import Any

from django.test import Client

ANSWERS: dict[str, dict[str, Any]] = {
    "who": {"who": "pays"},
    "nation": {"nation": "wales"},
    "parents": {"parents": "1"},
    "children-1": {"count": "2"},
    "nights-1": {"nights": "0"},
    "other-children": {"any": "no"},
    "other-arrangement": {"any": "no"},
    "situation": {"situation": "none"},
    "income": {"every": "W", "week": "600"},
}
"""Two children, no nights, six hundred pounds a week: £96.00."""


class Visitor:
    """Somebody nobody knows."""

    def __init__(self, *, prefix: str = "") -> None:
        self.client, self.prefix = Client(headers={"sec-fetch-site": "same-origin"}), prefix
        self.page, self.at, self.status = "", "", 0

    def open(self, address: str) -> "Visitor":
        return self._seen(self.client.get(address, follow=True))

    def send(self, address: str = "", /, **typed: Any) -> "Visitor":
        return self._seen(self.client.post(address or self.at, typed, follow=True))

    def calculate(self, **other: dict[str, Any]) -> "Visitor":
        """Answer everything that is asked; `other` are answers that differ, with _ for - in their names."""
        return self.open(f"{self.prefix}/calculator/").send().go_on(**other)

    def go_on(self, **other: dict[str, Any]) -> "Visitor":
        answers = ANSWERS | {name.replace("_", "-"): given for name, given in other.items()}
        for _page in range(40):
            if self.slug == "result":
                return self
            self.send(**answers[self.slug])
            assert "There is a problem" not in self.page, f"{self.at}: {self.words}"
        raise AssertionError(f"no end at {self.at}")

    def change(self, question: str, **typed: Any) -> "Visitor":
        """Follow Change beside an answer, and answer otherwise."""
        [link] = [link for link in self.links if f"/{question}?" in link]
        return self.open(link).send(**typed)

    @property
    def slug(self) -> str:
        return self.at.partition("?")[0].rpartition("/")[2]

    @property
    def draft(self) -> str:
        found = re.match(r".*?/[0-9a-f-]{36}/", self.at)
        assert found, self.at
        return found[0]

    @property
    def links(self) -> list[str]:
        return [unescape(href) for href in re.findall(r'<a [^>]*?href="([^"#]+)', self.page)]

    @property
    def words(self) -> str:
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.page)).split())

    @property
    def figure(self) -> str:
        """The big figure of the result."""
        found = re.search(r'ocm-amount__figure">([^<]*)<', self.page)
        assert found, self.words
        return unescape(found[1]).strip()

    def _seen(self, response: Any) -> "Visitor":
        self.page, self.status = response.content.decode(errors="replace"), response.status_code
        self.at = response.redirect_chain[-1][0] if response.redirect_chain else response.request["PATH_INFO"]
        return self
