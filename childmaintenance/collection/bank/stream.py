"""Walks an XML file with expat and hears what `paths` lists; it builds no tree, so no file can make it large.

A document type is refused at its first letter, before any entity is declared; expat by itself opens no file and no connection.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from childmaintenance.collection.bank.paths import REPEATED, Place, places
from childmaintenance.collection.terms import Refusal, StatementRefused

BLOCK = 2**16  # bytes given to the parser at a time
DEEPEST = 48  # levels; the standard has about twenty
CURRENCY = "GBP"

Values = dict[str, str]
Heard = Callable[[str, Values, Values], None]


class Stream:
    """Calls `heard(name, values, values around)` at the end of each Bal, Ntry, TxDtls and Stmt, and of the file's head."""

    def __init__(self, heard: Heard, namespace_of: Callable[[str], str]) -> None:
        self._heard, self._namespace_of = heard, namespace_of
        self._place: Place | None = None
        self._above: list[Place] = []
        self._passed = 0  # how deep inside something that is not read
        self._text: list[str] = []
        self._values: Values = {}
        self._outer: list[Values] = []
        self.parts = 0
        self.statements = 0
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text.append
        parser.StartDoctypeDeclHandler = self._refuse_document_type
        parser.EntityDeclHandler = self._refuse_document_type
        parser.XmlDeclHandler = self._declared
        self._parser = parser

    @property
    def head(self) -> Values:
        """What stands outside any entry or balance."""
        return self._outer[0] if self._outer else self._values

    def read(self, data: bytes, a_part: int) -> None:
        """Hear the whole file. Raises StatementRefused where more than `a_part` bytes bring no transaction."""
        view, since, parts = memoryview(data), 0, 0
        for start in range(0, len(data), BLOCK):
            try:
                self._parser.Parse(view[start : start + BLOCK], False)
            except expat.ExpatError as wrong:
                raise StatementRefused(_why(data), f"line {wrong.lineno}") from None
            if self.parts != parts:
                parts, since = self.parts, start
            if start - since > a_part:
                raise StatementRefused(Refusal.PADDED, f"before line {self._parser.CurrentLineNumber}")
        try:
            self._parser.Parse(b"", True)
        except expat.ExpatError as wrong:
            raise StatementRefused(_why(data), f"line {wrong.lineno}") from None

    def _start(self, name: str, attributes: Values) -> None:
        if self._passed:
            self._passed += 1
            if self._passed > DEEPEST:
                raise StatementRefused(Refusal.MALFORMED, f"too deep in line {self._parser.CurrentLineNumber}")
            return
        if self._place is None:
            self._place = places(self._namespace_of(name))
        place = self._place.inside.get(name)
        if place is None:
            self._passed = 1
            return
        self._above.append(self._place)
        self._place = place
        if place.starts:
            if place.name != "Stmt":
                self._outer.append(self._values)
                self._values = {}
            elif self.statements:
                raise StatementRefused(Refusal.NOT_ONE_STATEMENT, "a second one follows")
            else:
                self.statements = 1
        elif place.slot:
            if place.money and attributes.get("Ccy") != CURRENCY:
                raise StatementRefused(Refusal.WRONG_CURRENCY, self._where())
            self._text.clear()

    def _end(self, name: str) -> None:
        if self._passed:
            self._passed -= 1
            return
        place = self._place
        assert place is not None
        if place.slot:
            if self._text:
                self._keep(place)
        elif place.starts:
            self._close(place)
        self._place = self._above.pop()

    def _keep(self, place: Place) -> None:
        text = "".join(self._text).strip()
        self._text.clear()
        if len(text) > place.longest:
            raise StatementRefused(Refusal.TOO_LONG, self._where())
        slot = place.slot
        if not text:
            return
        if slot not in self._values:
            self._values[slot] = text
        elif slot == "words":
            self._values[slot] += " " + text
        elif slot not in REPEATED:
            raise StatementRefused(Refusal.NOT_A_STATEMENT, f"{place.name} twice in {self._where()}")

    def _close(self, place: Place) -> None:
        if place.name == "Stmt":
            self._heard("Stmt", self._values, self._values)
            return
        values, self._values = self._values, self._outer.pop()
        if place.name != "Bal":
            self.parts += 1
        self._heard(place.name, values, self._values)

    def _where(self) -> str:
        return f"line {self._parser.CurrentLineNumber}"

    def _refuse_document_type(self, *_: object) -> None:
        raise StatementRefused(Refusal.DOCUMENT_TYPE)

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:
        if (encoding or "UTF-8").upper() not in ("UTF-8", "US-ASCII", "ASCII"):
            raise StatementRefused(Refusal.ENCODING, str(encoding)[:40])


def _why(data: bytes) -> Refusal:
    """What a file is that the parser gives up on."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Refusal.ENCODING
    return Refusal.MALFORMED if start.startswith(b"<") else Refusal.NOT_XML
