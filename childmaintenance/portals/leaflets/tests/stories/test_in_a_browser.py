"""Somebody finds a leaflet, reads it and has it posted: at a desk and on a small phone, in both languages."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from childmaintenance.accounts.terms import Role
from childmaintenance.correspondence.leaflet_orders import order_leaflets
from childmaintenance.correspondence.terms import LeafletFormat
from tests.plugin.filling import fill

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def look_as_a_reader(look: Callable[..., None]) -> Callable[[Page], None]:
    """A reader, unlike staff, has a way out on every page."""

    def check(page: Page) -> None:
        look(page)
        expect(page.locator(".govuk-exit-this-page")).to_have_count(1)

    return check


@pytest.mark.parametrize(("width", "prefix"), [(1280, ""), (320, "/cy")])
def test_from_the_index_to_an_order(
    open_page: Callable[..., Page], look_as_a_reader: Callable[[Page], None], width: int, prefix: str
) -> None:
    page = open_page(width=width)
    page.goto(f"{prefix}/leaflets/staying-safe")
    with page.expect_download() as saved:
        page.locator("a[href$=large-print]").click()
    assert saved.value.suggested_filename == f"ocm-dg6-{prefix.strip('/') or 'en'}-large.pdf"
    page.locator("aside a[href$=order]").click()
    look_as_a_reader(page)
    page.locator("main form button").click()
    expect(page.locator(".govuk-error-summary")).to_have_count(1)
    look_as_a_reader(page)
    for value in ("SG2", "braille", "other"):
        page.check(f"[value={value}]")
    written = {
        "other_language": "Polski",
        "name": "Ewa Nowak",
        "address": "1 High Street\nDerry",
        "postcode": "BT48 6HQ",
    }
    fill(page, written)
    page.locator("main form button").click()
    page.wait_for_url("**/leaflets/order/L-*")
    expect(page.locator("main")).not_to_contain_text("Ewa")
    look_as_a_reader(page)


@pytest.mark.parametrize(("width", "prefix"), [(1280, "/cy"), (320, "")])
def test_staff_see_what_to_post(
    open_page: Callable[..., Page],
    look: Callable[..., None],
    at_a_desk: Callable[..., Client],
    settings: Any,
    width: int,
    prefix: str,
) -> None:
    page = open_page(width=width)
    desk = at_a_desk(Role.TEAM_LEADER)
    page.goto(prefix or "/")
    page.context.add_cookies(
        [
            {
                "name": settings.SESSION_COOKIE_NAME,
                "value": desk.cookies[settings.SESSION_COOKIE_NAME].value,
                "url": page.url,
            }
        ]
    )
    order_leaflets(
        leaflets=["DG6", "SG2"],
        copies=2,
        format=LeafletFormat.LARGE,
        language="cy",
        other_language="",
        name="Nest Puw",
        address="3 Stryd y Bont\nBangor",
        postcode="LL57 1AA",
    )
    page.goto(f"{prefix}/leaflets/to-post")
    expect(page.locator("address")).to_contain_text("Nest Puw")
    look(page, "to-post")
    page.locator("main form button").click()
    expect(page.locator("address")).to_have_count(0)
    look(page)
