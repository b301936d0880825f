"""A statement of account: what was due, what was paid, and what was left, line by line, for one parent. Made when asked for."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from childmaintenance.correspondence.blocks import Block, amounts, figure, paragraph, table, words
from childmaintenance.correspondence.facts import clean, isolated
from childmaintenance.correspondence.paper.statement import print_statement
from childmaintenance.correspondence.wording import Reader
from childmaintenance.foundation.language import in_language, long_date, pounds


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing that happened. Pence may be less than nought where something is taken back."""

    on: dt.date
    words: str
    """What happened, in the statement's language."""
    due_pence: int = 0
    paid_pence: int = 0


@dataclass(frozen=True, kw_only=True)
class Statement:
    """The account of one parent in one case over a time, in one language. `lines` are in the order they happened."""

    language: str
    reader: Reader
    name: str
    """The reader's own."""
    case: str
    made_on: dt.date
    since: dt.date
    upto: dt.date
    opening_pence: int
    """What was owed by, or to, the reader when the time began; less than nought where too much had been paid."""
    lines: tuple[Line, ...]

    @property
    def balances(self) -> list[int]:
        """What is left after each line."""
        return list(accumulate((line.due_pence - line.paid_pence for line in self.lines), initial=self.opening_pence))[
            1:
        ]

    @property
    def closing_pence(self) -> int:
        return self.balances[-1] if self.lines else self.opening_pence

    def headings(self) -> tuple[str, str, str, str, str]:
        """The five columns, in the current language."""
        if self.reader == Reader.PAYING:
            return (
                pgettext("letter", "Date"),
                _("What happened"),
                pgettext("letter", "Due"),
                pgettext("letter", "You paid"),
                _("Left to pay"),
            )
        return pgettext("letter", "Date"), _("What happened"), _("Due to you"), _("Paid to you"), _("Still to come")


def statement_pdf(statements: Sequence[Statement], *, large_print: bool = False) -> bytes:
    """One PDF document with the statement in each language given; all are of the same account on the same day."""
    return print_statement([_part(one) for one in statements], on=statements[0].made_on, large_print=large_print).pdf


def _part(statement: Statement) -> dict[str, object]:
    with in_language(statement.language):
        made_on = long_date(statement.made_on)
        return {
            "language": statement.language,
            "heading": _("Statement of account"),
            "labels": {
                "document_title": _("Statement of %(day)s, %(reference)s")
                % {"day": made_on, "reference": statement.case},
                "reference": _("Case number"),
                "page": _("Page {page} of {pages}"),
                "independent": _("Independent, and not a government service."),
                "unprintable": _(
                    "A box □ stands for a letter that could not be printed here. Your account shows every name in full."
                ),
            },
            "details": [
                [pgettext("letter", "Name"), isolated(clean(statement.name))],
                [_("Case number"), statement.case],
                [pgettext("letter", "From"), long_date(statement.since)],
                [pgettext("letter", "To"), long_date(statement.upto)],
                [_("Made on"), made_on],
            ],
            "blocks": list(_blocks(statement)),
        }


def _blocks(statement: Statement) -> Iterator[Block]:
    yield figure(*_closing(statement))
    heads = statement.headings()
    rows = [[long_date(statement.since), _("Balance brought forward"), "", "", pounds(statement.opening_pence)]]
    rows += [
        [
            long_date(line.on),
            isolated(clean(line.words)),
            pounds(line.due_pence) if line.due_pence else "",
            pounds(line.paid_pence) if line.paid_pence else "",
            pounds(balance),
        ]
        for line, balance in zip(statement.lines, statement.balances, strict=True)
    ]
    due, paid = (sum(getattr(line, side) for line in statement.lines) for side in ("due_pence", "paid_pence"))
    rows.append(
        [
            long_date(statement.upto),
            pgettext("letter", "Total"),
            pounds(due),
            pounds(paid),
            pounds(statement.closing_pence),
        ]
    )
    yield table(
        [words(heads[0]), words(heads[1]), *(amounts(head) for head in heads[2:])],
        rows,
        caption=_("Everything on the account, in the order it happened"),
        total=True,
    )
    yield paragraph(_("If a line is wrong or missing, tell us. Say which line, and send what shows it."))


def _closing(statement: Statement) -> tuple[str, str, str]:
    """What is left at the end: a label, the amount, and a note."""
    day = _("on %(day)s") % {"day": long_date(statement.upto)}
    left = statement.closing_pence
    if statement.reader == Reader.PAYING:
        label = _("Left to pay") if left >= 0 else _("Paid ahead")
    else:
        label = _("Still to come") if left >= 0 else _("Paid to you ahead")
    return label, pounds(abs(left)), day
