"""A working hour, in which somebody can be at the desk."""

from collections.abc import Iterator

import pytest

from childmaintenance.chat.tests.conversations import WORKING
from childmaintenance.foundation import clock


@pytest.fixture
def working_hours() -> Iterator[None]:
    with clock.travel(WORKING):
        yield
