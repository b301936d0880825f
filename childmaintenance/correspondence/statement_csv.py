"""The same statement as a table for a spreadsheet: one line a row, dates as 2027-01-31, amounts as 12.34."""

import csv
import io
import unicodedata

from django.utils.translation import gettext as _

from childmaintenance.correspondence.facts import clean
from childmaintenance.correspondence.statement import Statement
from childmaintenance.foundation.language import in_language

# What a spreadsheet may take for the beginning of a formula or a command, also in the wide forms of East Asian type.
_BEGINS_A_FORMULA = "=+-@|%"


def statement_csv(statement: Statement) -> bytes:
    """UTF-8 with a byte order mark, without which spreadsheets mistake ŵ and ŷ; lines end as RFC 4180 says."""
    text = io.StringIO(newline="")
    write = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    with in_language(statement.language):
        write.writerow(statement.headings())
        write.writerow(
            [statement.since.isoformat(), _("Balance brought forward"), "", "", decimal(statement.opening_pence)]
        )
    for line, balance in zip(statement.lines, statement.balances, strict=True):
        write.writerow(
            [
                line.on.isoformat(),
                harmless(line.words),
                decimal(line.due_pence) if line.due_pence else "",
                decimal(line.paid_pence) if line.paid_pence else "",
                decimal(balance),
            ]
        )
    return text.getvalue().encode("utf-8-sig")


def decimal(pence: int) -> str:
    """Pounds as a spreadsheet reads them: 123456 is 1234.56, and less than nought is -5.00."""
    whole, rest = divmod(abs(pence), 100)
    return f"{'-' if pence < 0 else ''}{whole}.{rest:02d}"


def harmless(words: str) -> str:
    """Words that no spreadsheet runs: one that could begin a formula has a quotation mark put before it."""
    text = clean(words)
    first = unicodedata.normalize("NFKC", text.lstrip("\u200c\u200d"))[:1]
    return f"'{text}" if first and first in _BEGINS_A_FORMULA else text
