"""An offer, as Rhian makes it and as Catrin reads it: at a desk and on a small phone, in both languages."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from childmaintenance.accounts import actions as accounts
from childmaintenance.accounts.terms import Role
from childmaintenance.cases.tests.families import given_catrin_has_applied
from childmaintenance.foundation.actor import Actor
from childmaintenance.portals.casework.tests.stories.test_referrals import browser_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize(("width", "prefix"), [(1280, ""), (320, "/cy"), (1280, "/cy"), (320, "")])
def test_from_an_offer_to_a_changed_mind(
    open_page: Callable[..., Page],
    look: Callable[[Page, str], None],
    settings: Any,
    live_server_url: str,
    width: int,
    prefix: str,
) -> None:
    case, catrin = given_catrin_has_applied()
    story = Actor.system("story")
    rhians = accounts.open_account(
        email="rhian@example.org", password="seven calm herons", name="Rhian", language="en", by=story
    )
    accounts.appoint_staff(account=rhians, role=Role.CASEWORKER, by=story)

    def browser(client: Client) -> Page:
        page = open_page(width=width)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server_url}])
        return page

    def see(page: Page, what: str) -> None:
        look(page, f"referral-{what}-{prefix.strip('/') or 'en'}")

    rhian, hers = browser(browser_of(rhians, settings)), browser(browser_of(catrin.reference, settings))
    rhian.goto(f"{prefix}/casework/cases/{case}")
    rhian.locator("a[href$=offer-help]").click()
    see(rhian, "1-needs")
    for value in ("R", "money", "wales"):
        rhian.check(f"[value={value}]")
    rhian.locator("main form button").first.click()
    see(rhian, "2-offer")
    rhian.locator("button[name=offer]").click()
    expect(rhian.locator(".govuk-error-summary")).to_have_count(1)
    see(rhian, "3-mistakes")
    for value in ("stepchange", "name", "phone"):
        rhian.check(f"[value={value}]")
    rhian.fill("[name=why]", "Mae’r rhent yn hwyr")
    rhian.locator("button[name=offer]").click()
    rhian.wait_for_url("**/casework/referrals/H-*")
    see(rhian, "4-offered")

    hers.goto(f"{prefix}/home")
    see(hers, "5-home")
    hers.locator("main a[href*='/offers/']").click()
    see(hers, "6-asked")
    assert "maintenance" not in hers.title().partition("–")[0] and "StepChange" not in hers.title()
    hers.uncheck("[value=name]")
    hers.uncheck("[value=phone]")
    hers.locator("main form button").first.click()
    expect(hers.locator(".govuk-error-summary")).to_have_count(1)
    see(hers, "7-mistake")
    hers.check("[value=phone]")
    hers.locator("main form button").first.click()
    see(hers, "8-agreed")

    rhian.goto(f"{prefix}/casework/referrals")
    see(rhian, "9-waiting")
    rhian.locator("main a[href*=referrals]").click()
    see(rhian, "10-to-give")
    rhian.check("#id_given_how")
    rhian.locator("main form button").first.click()
    expect(rhian.locator("#id_given_how")).to_have_count(0)
    see(rhian, "11-given")
    hers.reload()
    see(hers, "12-told")
    expect(hers.locator(".ocm-told")).to_contain_text("07700 900111")
    hers.locator("main form button").click()
    see(hers, "13-taken-back")
    hers.goto(f"{prefix}/offers")
    see(hers, "14-all")
    rhian.goto(f"{prefix}/casework/cases/{case}")
    see(rhian, "15-case")
