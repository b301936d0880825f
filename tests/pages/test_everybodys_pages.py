"""Every page that anybody may read, in both languages, on a small phone and at a desk: axe finds nothing, nothing falls off."""

from itertools import islice

import pytest

from tests.pages.addresses import with_parts, without_parts
from tests.plugin.looking import NARROW, WIDE, fits

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SHARES = 6
LOOKS = [("/cy", NARROW, WIDE), ("", WIDE, NARROW)]
"""Axe takes most of the time, so it reads Welsh on a phone and English at a desk; the other width is only measured."""


@pytest.mark.parametrize("share", range(SHARES))
def test_anybody_can_read_it(open_page, look, share):
    page = open_page()
    opened = 0
    for address in islice(sorted([*without_parts(), *with_parts()]), share, None, SHARES):
        answer = page.request.get(address, max_redirects=0)
        if answer.status != 200 or 'class="govuk-template' not in answer.text():
            continue  # it leads elsewhere, or is a file to take along or a part of another site's page
        opened += 1
        for prefix, width, other in LOOKS:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(prefix + address)
            where = f"{prefix}{address}"
            look(page)
            assert page.locator("html").get_attribute("lang") == ("cy" if prefix else "en"), where
            page.set_viewport_size({"width": other, "height": 900})
            assert fits(page), f"{where} scrolls sideways at {other}"
    assert opened > 8
