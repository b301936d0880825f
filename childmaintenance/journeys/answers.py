"""What somebody has answered so far, as `when`, titles and `submit` read it."""

from collections.abc import Iterator, Mapping
from typing import Any

from childmaintenance.journeys.shown import Shown


class Answers:
    """Cleaned answers by question and field. Only what is reachable and valid is here."""

    def __init__(self, *, known: Mapping[str, Any] | None = None, whole: "Answers | None" = None, id: str = "") -> None:
        self._pages: dict[str, dict[str, Any]] = {}
        self._items: dict[str, list[Answers]] = {}
        self.known: Mapping[str, Any] = known or (whole.known if whole else {})
        """Facts the journey's `known` gave for wording questions; not answers."""
        self.whole: Answers = whole or self
        """All answers, seen from inside one item of a repeat; elsewhere the same object."""
        self.id = id
        """An item's own id within its repeat."""
        self.shown = Shown()
        """For `submit` only: the versions of the words that stood on the page from which this was sent."""

    def get(self, question: str, field: str, default: Any = None) -> Any:
        """The cleaned value, or `default` where it was not asked, not answered or left empty."""
        value = self._pages.get(question, {}).get(field)
        return default if value is None or value == "" or value == [] else value

    def has(self, question: str) -> bool:
        """Whether the question was asked and answered."""
        return question in self._pages

    def page(self, question: str) -> Mapping[str, Any]:
        """All fields of one question; empty when it was not asked."""
        return self._pages.get(question, {})

    def each(self, repeat: str) -> tuple["Answers", ...]:
        """The items of a repeat, in the order they were added."""
        return tuple(self._items.get(repeat, ()))

    def __iter__(self) -> Iterator[str]:
        return iter((*self._pages, *self._items))

    def _answer(self, question: str, cleaned: Mapping[str, Any]) -> None:
        """For the route only: note an answer as reachable."""
        self._pages[question] = dict(cleaned)

    def _group(self, repeat: str, items: list["Answers"]) -> None:
        """For the route only: note the items of a repeat."""
        self._items[repeat] = items
