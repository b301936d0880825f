"""Questions about letters. The words and the file are what was sent; nothing is drawn again."""

import datetime as dt
from dataclasses import replace

from childmaintenance.correspondence.blocks import without_secrets
from childmaintenance.correspondence.models import Letter
from childmaintenance.correspondence.terms import Channel, Kind, LetterLine, LetterRecord, Part

_LINE = ("reference", "kind", "case", "written_on", "languages", "parts")


def letters_of(party: str, case: str = "") -> list[LetterLine]:
    """The letters written to somebody, newest first; with a case, those about it."""
    rows = Letter.objects.filter(to_id=party).order_by("-id").prefetch_related("readings")  # type: ignore[misc]  # the stubs do not know to_field
    if case:
        rows = rows.filter(case=case)
    return [_line(row) for row in rows.only(*_LINE)]


def unread_of(party: str) -> int:
    """How many letters somebody has not opened yet."""
    return Letter.objects.filter(to_id=party, readings=None).count()  # type: ignore[misc]  # the stubs do not know to_field


def letters_of_case(case: str) -> list[LetterLine]:
    """The letters about a case to anybody, newest first. For staff."""
    rows = Letter.objects.filter(case=case).order_by("-id").prefetch_related("readings")
    return [_line(row) for row in rows.only(*_LINE)]


def is_written(key: str) -> bool:
    """Whether the letter of this key has been written."""
    return Letter.objects.filter(key=key).exists()


def letter(reference: str) -> LetterRecord:
    """A letter whole, without its file. Raises KeyError when there is none."""
    row = Letter.objects.defer("pdf").filter(reference=reference).first()
    if row is None:
        raise KeyError(reference)
    parts = tuple(Part(**{**part, "blocks": tuple(part["blocks"])}) for part in row.parts)
    return LetterRecord(
        reference=row.reference,
        kind=Kind(row.kind),
        to=row.to_id,
        case=row.case,
        written_on=row.written_on,
        written_at=row.written_at,
        channel=Channel(row.channel),
        languages=tuple(row.languages),
        large_print=row.large_print,
        parts=parts,
        sha256=row.sha256,
        rulebook=row.rulebook,
        has_secret=any(block.get("secret") for part in parts for block in part.blocks),
        first_read_at=row.readings.order_by("id").values_list("at", flat=True).first(),
    )


def for_staff(record: LetterRecord) -> LetterRecord:
    """The same letter as staff may see it: a code that opens somebody's account is for that person alone."""
    return replace(
        record,
        parts=tuple(
            replace(part, blocks=without_secrets(part.blocks, part.labels["not_shown"])) for part in record.parts
        ),
    )


def pdf(reference: str) -> bytes:
    """The file as it was sent. Raises KeyError when there is no such letter."""
    found = Letter.objects.filter(reference=reference).values_list("pdf", flat=True).first()
    if found is None:
        raise KeyError(reference)
    return bytes(found)


def letters_to_post(on: dt.date) -> list[str]:
    """References of the letters of a day that go by post, in the order they were written: for whoever prints and posts them."""
    rows = Letter.objects.filter(written_on=on, channel=Channel.POST).order_by("id")
    return list(rows.values_list("reference", flat=True))


def _line(row: Letter) -> LetterLine:
    readings = [reading.at for reading in row.readings.all()]
    return LetterLine(
        reference=row.reference,
        kind=Kind(row.kind),
        case=row.case,
        written_on=row.written_on,
        languages=tuple(row.languages),
        headings={part["language"]: part["heading"] for part in row.parts},
        first_read_at=min(readings, default=None),
    )
