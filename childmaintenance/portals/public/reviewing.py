"""What is kept here as data and must be looked at again: it stands in the editors' list."""

import tomllib
from pathlib import Path

from childmaintenance.guidance.reviews import Review
from childmaintenance.portals.public import statements

BROWSERS = Path(__file__).with_name("browsers.toml")


def accessibility() -> Review:
    """The accessibility statement."""
    kept = statements.statement()
    return Review(
        where="public/accessibility",
        title=statements.KEPT_IN.name,
        as_of=kept.looked_at,
        review_by=kept.look_again_by,
    )


def browsers() -> Review:
    """Where each browser keeps the switch for cookies."""
    kept = tomllib.loads(BROWSERS.read_text(encoding="utf-8"))
    return Review(where="public/browsers", title=BROWSERS.name, as_of=kept["as_of"], review_by=kept["review_by"])
