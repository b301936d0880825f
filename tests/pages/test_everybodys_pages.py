"""Every page that anybody may read, in both languages, on a small phone and at a desk: axe finds nothing, nothing falls off."""

from itertools import islice

import pytest

from tests.pages.addresses import with_parts, without_parts

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SHARES = 6
LOOKS = [("/cy", 320, 1280), ("", 1280, 320)]
"""Axe takes most of the time, so it reads Welsh on a phone and English at a desk; the other width is only measured."""
WIDTH = "document.documentElement.scrollWidth"


@pytest.mark.parametrize("share", range(SHARES))
def test_anybody_can_read_it(open_page, assert_accessible, share):
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
            assert page.locator("h1").count() == 1, where
            assert page.locator("html").get_attribute("lang") == ("cy" if prefix else "en"), where
            assert_accessible(page)
            for each in (width, other):
                page.set_viewport_size({"width": each, "height": 900})
                assert page.evaluate(WIDTH) <= each, f"{where} scrolls sideways at {each}"
    assert opened > 8
