"""Which words people had before them when they sent something: a room above keeps them, and says so once, when it starts."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Shown:
    """The version of the privacy notice, and of the declaration where the journey has one; None where nobody keeps versions."""

    notice: int | None = None
    declaration: int | None = None


AskedOf = Callable[[str, str], Shown]
"""Of a journey's slug, and of what its last page sent back about the words on it."""

_keeper: AskedOf = lambda journey, sent_back: Shown()  # noqa: E731 -- nobody has said yet


def kept_by(keeper: AskedOf) -> None:
    """Say who keeps the words."""
    global _keeper
    _keeper = keeper


def words_shown(journey: str, sent_back: str) -> Shown:
    """What stood on the page from which a journey is being sent."""
    return _keeper(journey, sent_back)
