"""What the ground floor's tests share."""

from collections.abc import Iterator

import pytest

from childmaintenance.foundation.language import in_language


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Begin each test in English: a page asked for in Welsh leaves its language behind in this thread."""
    with in_language("en"):
        yield
