"""What the tests of journeys share."""

import pytest

from childmaintenance.journeys.tests import outing
from childmaintenance.journeys.tests.walking import Walker


@pytest.fixture(autouse=True)
def _outing_is_mounted(settings):
    settings.ROOT_URLCONF = "childmaintenance.journeys.tests.outing_urls"
    outing.SENT.clear()


@pytest.fixture
def anna(db) -> Walker:
    """Somebody who has begun to plan an outing."""
    return Walker("U-ANNA").begin()
