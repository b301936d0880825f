"""What a book is not printed without: for each figure a date, an instrument, a source, and an example of each time it changed."""

from collections.abc import Iterator
from datetime import date

from childmaintenance.law.book.contents import Book, Rule
from childmaintenance.law.examples import Example
from childmaintenance.law.provision import History


def gaps(book: Book) -> list[str]:
    """A sentence for each thing that is missing; none where the book is whole."""
    return [gap for rule in book.rules for gap in _of_rule(rule)]


def _of_rule(rule: Rule) -> Iterator[str]:
    if rule.workings:
        if rule.figures:
            yield f"{rule.room} is said to be no rule, and holds figures."
        return
    if not rule.says or not all(one.gb and one.ni for one in rule.says):
        yield f"{rule.room} does not say where it is written in both territories."
    if not rule.examples:
        yield f"{rule.room} has no example."
    if bool(rule.figures) == bool(rule.no_figure):
        yield f"{rule.room} has no figure and no word about it, or both."
    for history in rule.figures:
        yield from _of_figure(history, rule.examples)


def _of_figure(history: History, examples: tuple[Example, ...]) -> Iterator[str]:
    name = f"{history.room} {history.name}"
    if not history.rows:
        yield f"{name} has no row."
    if not history.unit:
        yield f"{name} has no unit."
    for row in history.rows:
        if not isinstance(row.starts, date):
            yield f"{name} has a row without a date."
        elif not row.by or not row.source.startswith("https://"):
            yield f"{name} from {row.starts} does not name its instrument or its source."
    starts = sorted({row.starts for row in history.rows if isinstance(row.starts, date)})
    for first, after in zip(starts, [*starts[1:], date.max], strict=False):
        if not any(history.name in one.shows and first <= one.on < after for one in examples):
            yield f"{name} from {first} has no example."
