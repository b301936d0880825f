"""The key that a visitor's browser holds: nobody can guess it, and we keep only what cannot be turned back into it."""

import hashlib
import secrets
from typing import Final

BYTES: Final = 32


def new_key() -> str:
    """A new key of 256 random bits, for one cookie."""
    return secrets.token_urlsafe(BYTES)


def digest(key: str) -> str:
    """What is stored of a key. It is too long to be guessed, so that it needs no salt."""
    return hashlib.sha256(key.encode()).hexdigest()
