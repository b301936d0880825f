"""The number a paying parent writes on every payment: twelve digits, the last one a check on the others."""

import re
import secrets

DIGITS = 12

# H. M. Damm's quasigroup of order ten: it finds every single wrong digit and every two neighbours swapped.
DAMM = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip
ALONE = re.compile(r"(?<![0-9])[0-9]{12}(?![0-9])")
SPACED = re.compile(r"(?<![0-9])(?<![0-9][ \-./])[0-9](?:[ \-./]?[0-9]){11}(?![0-9])(?![ \-./][0-9])")
SEPARATORS = str.maketrans("", "", " -./")


def new_payment_reference() -> str:
    """Twelve digits that nobody can guess; the first is not nought, which a spreadsheet would drop."""
    digits = f"{secrets.randbelow(9) + 1}{secrets.randbelow(10**10):010d}"
    return digits + check_digit(digits)


def check_digit(digits: str) -> str:
    """The digit that belongs after these."""
    state = "0"
    for digit in digits:
        state = DAMM[int(state)][int(digit)]
    return state


def is_payment_reference(text: str) -> bool:
    """Whether these are twelve digits that check."""
    return len(text) == DIGITS and text.isascii() and text.isdigit() and check_digit(text) == "0"


def references_in(*texts: str) -> set[str]:
    """Every number that may be meant as a payment reference: twelve digits among other words, also with spaces or dashes between.

    Longer runs of digits are not cut up: a reference inside an account number is nobody's reference. Whether a number is
    anybody's is for the caller to look up.
    """
    found: set[str] = set()
    for text in texts:
        if len(text) == DIGITS and text.isdigit() and text.isascii():  # as nearly everybody writes it
            found.add(text)
        elif text:
            found.update(ALONE.findall(text))
            found.update(match.translate(SEPARATORS) for match in SPACED.findall(text))
    return found
