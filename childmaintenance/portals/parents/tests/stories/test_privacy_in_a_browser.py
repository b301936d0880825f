"""A changed notice on a home in a real browser: read by axe, on a phone, in both languages, and put away without JavaScript."""

import datetime as dt
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from childmaintenance.foundation import clock
from childmaintenance.portals.parents.tests.stories.browsing import Browser
from childmaintenance.portals.parents.tests.stories.family import account
from childmaintenance.privacy.notices import Kind, versions
from tests.plugin.looking import NARROW, WIDE, fits

pytestmark = pytest.mark.browser
[*_, CHANGED] = [one for one in versions(Kind.PRIVACY) if one.material]


@pytest.mark.parametrize(("width", "javascript"), [(WIDE, True), (NARROW, False)])
def test_it_is_read_and_put_away(
    own_database: str,
    open_page: Callable[..., Page],
    assert_accessible: Callable[[Page], None],
    width: int,
    javascript: bool,
) -> None:
    with clock.travel(CHANGED.since - dt.timedelta(days=1)):
        account("Catrin")
    page = open_page(width=width, javascript=javascript)
    Browser(page).sign_in("Catrin")
    for address, words in (("/cy/begin/", "Rwyf wedi gweld hyn"), ("/begin/", "I have seen this")):
        page.goto(address)
        assert page.get_by_role("button", name=words).is_visible()
        assert fits(page), address
        if javascript:
            assert_accessible(page)
    page.get_by_role("link", name="See what changed").click()
    assert page.locator("ins").count() and page.url.endswith(f"/{CHANGED.number}")
    page.goto("/begin/")
    page.get_by_role("button", name="I have seen this").click()
    page.wait_for_url("**/begin/")
    assert not page.get_by_role("button", name="I have seen this").count()
