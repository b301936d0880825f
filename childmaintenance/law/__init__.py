"""The law of child maintenance in pure Python. `RULEBOOK` names this edition of the rules and their figures."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    RULEBOOK: str


def __getattr__(name: str) -> Any:
    """The edition is worked out from the files only when somebody asks, so that commands start quickly."""
    if name == "RULEBOOK":
        from childmaintenance.law.rulebook import edition

        return edition()
    raise AttributeError(name)
