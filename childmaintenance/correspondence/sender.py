"""Who letters come from: the phone and the hours that go at the end of each, and where the service is on the web."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

OURS = Path(__file__).with_name("sender.toml")


@dataclass(frozen=True)
class Sender:
    """How a reader can answer."""

    phone: str
    phone_in_welsh: str
    hours: dict[str, str]

    @property
    def website(self) -> str:
        """The address as people type it."""
        return str(settings.SITE_ADDRESS).removeprefix("https://")


def sender() -> Sender:
    """The sender of this deployment: the file named in settings.LETTERS_SENDER, or the demonstration's."""
    return _read(Path(settings.LETTERS_SENDER or OURS))


@cache
def _read(path: Path) -> Sender:
    facts = tomllib.loads(path.read_text(encoding="utf-8"))
    return Sender(**{name: facts[name]["value"] for name in Sender.__dataclass_fields__})
