"""Walking through the portal without a browser: follow addresses, fill in forms, press the button."""

import re
from html import unescape
from typing import Any
from uuid import UUID

from childmaintenance.journeys import actions as journeys
from childmaintenance.journeys.terms import Journey, Repeat
from childmaintenance.portals.parents.tests.stories.family import Pages, account, typed
from childmaintenance.portals.parents.tests.stories.signed_in import signed_in


class Walker:
    """Somebody signed in, and the page they are on."""

    def __init__(self, name: str, *, language: str = "en") -> None:
        self.account = account(name, language=language)
        self.client = signed_in(self.account)
        self.page, self.at, self.status = "", "", 0

    def open(self, address: str) -> "Walker":
        return self._seen(self.client.get(address, follow=True))

    def send(self, answers: dict[str, Any] | None = None, *, to: str = "") -> "Walker":
        """Fill in the form of this page, or of another, and press its button."""
        return self._seen(self.client.post(to or self.at, typed(answers or {}), follow=True))

    def begin(self, journey: str) -> "Walker":
        return self.open(journey).send()

    def answer(self, pages: Pages) -> "Walker":
        """Answer page after page; each must be the one that comes."""
        for slug, answers in pages:
            assert self.slug == slug, f"expected {slug}, but this is {self.at}: {self.heading}"
            self.send(answers)
            assert "There is a problem" not in self.page, f"{slug}: {self.problems}"
        return self

    def go_through(self, tasks: list[tuple[str, Pages]]) -> "Walker":
        """Every task of a task list, in order; ends on the list."""
        for name, pages in tasks:
            assert self.slug == "", f"{name}: not on the task list but at {self.at}: {self.heading}"
            [link] = [href for href in self.links if href == f"{self.draft}{name}"]
            self.open(link).answer(pages)
        return self

    def fill_in(self, journey: Journey, tasks: list[tuple[str, Pages]]) -> "Walker":
        """Keep the answers of whole tasks at once, as their pages would, for stories whose point comes later."""
        draft, item = UUID(self.draft.rstrip("/").rpartition("/")[2]), 0
        for _task, pages in tasks:
            for slug, answers in pages:
                values = {name: _as_list(value) for name, value in typed(answers).items()}
                step = journey.step(slug)
                if isinstance(step, Repeat):
                    item += 1
                    if answers["another"] == "no":
                        journeys.finish_group(draft=draft, group=slug, kept=journey.kept)
                elif step is None:
                    journeys.keep_in_item(
                        draft=draft,
                        group="children",
                        item=f"c{item}",
                        question=slug,
                        typed=values,
                        most=20,
                        kept=journey.kept,
                    )
                else:
                    journeys.keep(draft=draft, question=slug, typed=values, kept=journey.kept)
        return self.open(self.draft)

    def check_and_send(self) -> "Walker":
        """From the task list over Check your answers to the end."""
        return self.open(self.draft + "check-your-answers").send()

    @property
    def draft(self) -> str:
        """The address that all pages of the draft begin with."""
        found = re.match(r".*?/[0-9a-f]{8}-[0-9a-f-]{27}/", self.at)
        assert found, self.at
        return found[0]

    @property
    def slug(self) -> str:
        """The last part of the address: the question's name, empty on the task list."""
        return self.at.partition("?")[0].rpartition("/")[2]

    @property
    def heading(self) -> str:
        """The page's only h1; fails when there is not exactly one."""
        [found] = re.findall(r"<h1[^>]*>(.*?)</h1>", self.page, re.S)
        return _text(found)

    @property
    def words(self) -> str:
        return _text(re.sub(r"<script.*?</script>", " ", self.page, flags=re.S))

    @property
    def links(self) -> list[str]:
        return [unescape(href) for href in re.findall(r'<a [^>]*?href="([^"#]+)', self.page)]

    @property
    def problems(self) -> str:
        found = re.search(r'govuk-error-summary__body">(.*?)</ul>', self.page, re.S)
        return _text(found[1]) if found else ""

    @property
    def reference(self) -> str:
        """The reference on a confirmation page."""
        found = re.search(r"<strong>([A-Z]-[0-9A-Z-]+)</strong>", self.page)
        assert found, self.words
        return found[1]

    def _seen(self, response: Any) -> "Walker":
        self.page, self.status = response.content.decode(), response.status_code
        self.at = response.redirect_chain[-1][0] if response.redirect_chain else response.request["PATH_INFO"]
        return self


def _as_list(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
