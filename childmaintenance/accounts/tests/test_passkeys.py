"""Passkeys, in a real browser with a maker of passkeys that it believes in."""

import pytest
from playwright.sync_api import expect

from childmaintenance.accounts.tests import people
from childmaintenance.accounts.tests.browsing import fill_in, security_key
from childmaintenance.foundation import audit

pytestmark = pytest.mark.browser


@pytest.fixture
def here(live_server_url: str) -> str:
    """The same server under the one name for which a browser makes passkeys without https."""
    return live_server_url.replace("127.0.0.1", "localhost")


def test_catrin_adds_a_passkey_and_signs_in_with_it_alone(open_page, here, assert_accessible):
    reference = people.catrin()
    page = open_page()
    security_key(page)
    fill_in(page, prefix=here)
    page.goto(f"{here}/account/second-step/passkeys/add")
    page.get_by_label("Name of the passkey").fill("Ffôn Catrin")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    page.goto(f"{here}/account/second-step/passkeys")
    expect(page.get_by_role("heading", name="Ffôn Catrin")).to_be_visible()
    assert_accessible(page)

    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="You have signed out")).to_be_visible()
    page.goto(f"{here}/sign-in?next=/account/places")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", name="Where you are signed in")).to_be_visible()
    signed_in = [line for line in audit.trail(about=reference) if line.act == "account.signed_in"][-1]
    assert signed_in.why.startswith("webauthn,")


def test_a_passkey_is_also_the_second_step_after_a_password(open_page, here):
    people.catrin()
    page = open_page()
    security_key(page)
    fill_in(page, prefix=here)
    page.goto(f"{here}/account/second-step/passkeys/add")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    code = page.locator(".ocm-recovery-codes li").first.text_content()
    for answer in ("passkey", "recovery code"):
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url("**/signed-out")
        fill_in(page, prefix=here)
        expect(page.get_by_role("heading", name="Confirm that it is you")).to_be_visible()
        if answer == "passkey":
            page.get_by_role("button", name="Use a passkey").click()
        else:
            page.get_by_label("Code").fill(str(code))
            page.get_by_role("button", name="Continue").click()
        page.wait_for_url(lambda address: "second-step" not in address)
        page.goto(f"{here}/account")
        expect(page.get_by_role("heading", name="How you sign in")).to_be_visible()


def test_a_browser_whose_passkey_fails_says_so_and_offers_the_password(open_page, here):
    people.catrin()
    page = open_page()
    security_key(page)
    page.goto(f"{here}/sign-in")
    page.get_by_role("button", name="Use a passkey").click()  # there is none for this site
    expect(page.get_by_text("The passkey did not work. Try again, or use another way.")).to_be_visible()
    expect(page.get_by_label("Password", exact=True)).to_be_visible()


def test_sam_sets_up_a_security_key_before_anything_else(open_page, here, assert_accessible):
    reference = people.sam()
    page = open_page()
    security_key(page, transport="usb")
    fill_in(page, people.SAM["email"], prefix=here)
    page.goto(f"{here}/account")
    expect(page.get_by_role("heading", name="Set up a second step before you start")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    page.goto(f"{here}/account")
    expect(page.get_by_role("heading", name="How you sign in")).to_be_visible()
    added = [line for line in audit.trail(about=reference) if line.act == "account.second_factor_added"]
    assert [line.why for line in added] == ["passkey, stays on its device"]


def test_a_passkey_that_can_be_copied_is_known_as_such(open_page, here):
    reference = people.sam()
    page = open_page()
    security_key(page, defaultBackupEligibility=True, defaultBackupState=True)
    fill_in(page, people.SAM["email"], prefix=here)
    page.goto(f"{here}/account/second-step/passkeys/add")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    added = [line.why for line in audit.trail(about=reference) if line.act == "account.second_factor_added"]
    assert added == ["passkey, may be copied"]
