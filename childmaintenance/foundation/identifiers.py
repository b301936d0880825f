"""References that people read aloud: random, without look-alike letters, and with a character that catches a slip."""

import re
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O or U
VALUE = {letter: number for number, letter in enumerate(ALPHABET)}
HEARD_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
SHAPE = re.compile(rf"([A-Z]{{1,3}})-((?:[{ALPHABET}]{{4}}-){{2,4}})([{ALPHABET}])")


def new_reference(prefix: str, *, groups: int = 2) -> str:
    """A new reference such as C-7K3F-92QX-M.

    Two groups (40 bits) for what people are told; three (60 bits) for what is made by the hundred thousand, where two
    would meet by chance. The column that keeps it must be unique all the same.
    """
    if not re.fullmatch("[A-Z]{1,3}", prefix) or not 2 <= groups <= 4:
        raise ValueError("A reference has one to three capital letters in front, and two to four groups.")
    number = secrets.randbits(20 * groups)
    letters = "".join(ALPHABET[number >> 5 * place & 31] for place in range(4 * groups))
    parts = [letters[start : start + 4] for start in range(0, len(letters), 4)]
    return "-".join([prefix, *parts, _check(prefix, letters)])


def is_reference(text: str, prefix: str = "") -> bool:
    """Whether the text could be one of ours, with that prefix if one is given: the shape and the check character."""
    match = SHAPE.fullmatch(text)
    if not match or (prefix and match[1] != prefix):
        return False
    return _check(match[1], match[2].replace("-", "")) == match[3]


def as_typed(text: str) -> str:
    """What somebody typed, as we would write it: O read as nought, I and L as one. Other words stay as they are."""
    plain = re.sub(r"[\s\-\u2010-\u2015]+", "", text).upper()
    match = re.fullmatch(r"([A-Z]{1,3}?)((?:[0-9A-Z]{4}){2,4})([0-9A-Z])", plain)
    if not match:
        return text.strip()
    letters = (match[2] + match[3]).translate(HEARD_AS)
    groups = [letters[start : start + 4] for start in range(0, len(letters), 4)]
    reference = "-".join([match[1], *groups])
    return reference if is_reference(reference) else text.strip()


def _check(prefix: str, letters: str) -> str:
    """The remainder of the letters as a polynomial over 32 elements: any one wrong letter, or two swapped, changes it."""
    state = 0
    for value in [*(ord(letter) - 64 for letter in prefix), *(VALUE[letter] for letter in letters)]:
        state = _times_x(state) ^ value
    return ALPHABET[_times_x(state)]


def _times_x(value: int) -> int:
    """Multiply by x in the field of 32 elements, modulo x^5 + x^2 + 1."""
    value <<= 1
    return value ^ 0b100101 if value & 0b100000 else value
