"""What people type, made safe to store and show: one way of writing each letter, and nothing that cannot be seen."""

import re
import unicodedata

MOST_MARKS_IN_A_ROW = 3
"""Vietnamese, Hebrew and Arabic need two or three marks on a letter; a tower of them is an attack on the page."""

# Invisible signs that phones and word processors add by themselves, above all around a copied number or name. They carry
# no meaning here and could turn the words beside them round, so they are taken out without troubling anybody: soft hyphen,
# zero-width space, marks and overrides of direction, word joiner, byte order mark. Joiners inside a word stay: some scripts
# need them.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)
_SPACES = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x0b|\x0c|\x85")
_REFUSED = {"Cc", "Cs", "Co", "Cn"}  # control, half a surrogate pair, private, unassigned


class UnsafeText(ValueError):
    """The text holds something that cannot be written down; `.sign` is the first such character."""

    def __init__(self, sign: str) -> None:
        super().__init__(f"U+{ord(sign):04X}")
        self.sign = sign


def safe_text(text: str, *, lines: bool = False) -> str:
    """The text in NFC, without invisible signs, trimmed, spaces single; line ends are kept where `lines`. Raises UnsafeText."""
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    if not lines:
        text = text.replace("\n", " ")
    marks = 0
    text = unicodedata.normalize("NFC", text)
    for sign in text:
        category = unicodedata.category(sign)
        if category in _REFUSED and sign not in "\n\t":
            raise UnsafeText(sign)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks > MOST_MARKS_IN_A_ROW:
            raise UnsafeText(sign)
    text = _SPACES.sub(" ", text)
    if lines:
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in text.split("\n")))
    return text.strip()


def storable(text: str, most: int = 10_000) -> str:
    """The text as typed, but cut to a length and without what a database refuses: for keeping an answer not yet right."""
    return text[:most].replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")


def whole_number(text: str) -> int:
    """A number that a page of ours sends; nought for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
