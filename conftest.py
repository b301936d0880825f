"""What every test in the house may ask for: its own database, a live server, a worker, a browser."""

import pytest
from django.utils import translation

# Named here and not in tests.plugin, so that they come after pytest-django's own and take their place.
pytest_plugins = ["tests.plugin.databases", "tests.plugin.servers", "tests.plugin.browser", "tests.plugin.looking"]


@pytest.fixture(autouse=True)
def begin_in_english() -> None:
    """A page that another test asked for in Welsh leaves this thread in Welsh."""
    translation.activate("en")
