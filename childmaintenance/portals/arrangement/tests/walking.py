"""Somebody who writes an arrangement, without a browser: they answer page after page from one list of answers."""

import re
from html import unescape
from typing import Any

from django.test import Client

ANSWERS: dict[str, dict[str, Any]] = {
    "side": {"side": "pays"},
    "names": {"names": "yes"},
    "who": {"payer": "Gareth Owen Pryce", "receiver": "Catrin Haf Llewelyn"},
    "children": {"children": "Elin a Macsen"},
    "money": {"money": "yes"},
    "amount": {"amount": "416", "every": "M"},
    "first": {"first-day": "31", "first-month": "1", "first-year": "2027"},
    "way": {"way": "standing_order"},
    "things": {"another": "no"},
    "thing": {"what": "School shoes", "who": "gets", "when": "every September"},
    "review": {"review-day": "1", "review-month": "11", "review-year": "2027"},
    "else": {"words": "Half of the summer with each of us."},
}


class Writer:
    """Somebody nobody knows."""

    def __init__(self, *, prefix: str = "") -> None:
        self.client, self.prefix = Client(headers={"sec-fetch-site": "same-origin"}), prefix
        self.page, self.at, self.status = "", "", 0
        self.body = b""

    def open(self, address: str) -> "Writer":
        return self._seen(self.client.get(address, follow=True))

    def send(self, address: str = "", /, **typed: Any) -> "Writer":
        return self._seen(self.client.post(address or self.at, typed, follow=True))

    def write(self, **other: dict[str, Any]) -> "Writer":
        """Answer everything that is asked; `other` are answers that differ."""
        return self.open(f"{self.prefix}/arrangement/").send().go_on(**other)

    def go_on(self, **other: dict[str, Any]) -> "Writer":
        answers = ANSWERS | other
        for _page in range(40):
            if self.slug == "result":
                return self
            self.send(**answers[self.slug])
            assert "There is a problem" not in self.page, f"{self.at}: {self.words}"
        raise AssertionError(f"no end at {self.at}")

    @property
    def slug(self) -> str:
        return self.at.partition("?")[0].rpartition("/")[2]

    @property
    def draft(self) -> str:
        found = re.match(r".*?/[0-9a-f-]{36}/", self.at)
        assert found, self.at
        return found[0]

    @property
    def words(self) -> str:
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.page)).split())

    def _seen(self, response: Any) -> "Writer":
        self.body = response.content
        self.page, self.status = self.body.decode(errors="replace"), response.status_code
        self.at = response.redirect_chain[-1][0] if response.redirect_chain else response.request["PATH_INFO"]
        return self
