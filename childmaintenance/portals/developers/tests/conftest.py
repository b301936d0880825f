"""Every test begins with a whole allowance."""

from collections.abc import Iterator

import pytest

from childmaintenance.portals.developers.interface.limits import everybody


@pytest.fixture(autouse=True)
def whole_allowance() -> Iterator[None]:
    everybody.clear()
    yield
    everybody.clear()
