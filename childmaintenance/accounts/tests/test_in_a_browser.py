"""Every page of this room, by keyboard, without JavaScript, on a narrow screen, in both languages."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import expect

from childmaintenance.accounts import actions, queries
from childmaintenance.accounts.tests import people
from childmaintenance.accounts.tests.browsing import fill_in, minutes_pass

pytestmark = pytest.mark.browser


def emails() -> Path:
    """Where the server under test puts its e-mails; in this process Django's tests keep them in memory instead."""
    return Path(settings.EMAIL_FILE_PATH)


def test_catrin_signs_in_by_keyboard_alone(open_page):
    people.catrin()
    page = open_page()
    page.goto("/sign-in")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Email address")).to_be_focused()
    page.keyboard.type(people.CATRIN["email"])
    page.keyboard.press("Tab")
    page.keyboard.type(people.PASSWORD)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show password")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "sign-in" not in address)
    page.goto("/account")
    expect(page.get_by_role("heading", name="How you sign in")).to_be_visible()


def test_ann_creates_an_account_and_an_app_without_javascript(open_page):
    page = open_page(javascript=False, width=320)
    page.goto("/create-account")
    page.get_by_label("Full name").fill("Ann Ŵyn")
    page.get_by_label("Email address").fill("ann@example.com")
    page.get_by_label("Create a password").fill("three random words")
    page.get_by_role("button", name="Create an account").click()
    newest = max(emails().iterdir(), key=lambda file: file.stat().st_mtime)
    code = re.findall(r"^Your code is (\d{6})", newest.read_text(), re.MULTILINE)[-1]
    page.get_by_label("6-digit code").fill(code)
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url(lambda address: "confirm" not in address)

    page.goto("/account/second-step/passkeys/add")
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("noscript p")).to_contain_text(
        "Passkeys need JavaScript, and it is turned off in this browser."
    )
    expect(page.locator("[data-passkey-button]")).to_be_hidden()
    page.get_by_role("link", name="Set up an authenticator app instead").click()
    page.get_by_text("If you cannot scan the square").click()
    secret = str(page.locator(".ocm-secret").text_content()).replace(" ", "")
    page.get_by_label("6-digit code from the app").fill(people.code_of(secret))
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    assert queries.account_with_email("ann@example.com").has_second_factor


SIGNED_OUT = [
    "/forgotten-password/1-a-b", "/session/ended?because=absolute", "/session/ended?because=security",
    "/session/ended?because=signed_out_elsewhere",
]  # fmt: skip
"""Those that tests/pages cannot know of: an address with something in it."""
SIGNED_IN = [
    "/account", "/account/language", "/account/password", "/account/email", "/account/places", "/account/prove",
    "/account/prove/code", "/account/second-step", "/account/second-step/app/remove", "/account/second-step/passkeys",
    "/account/second-step/passkeys/add", "/account/second-step/recovery-codes", "/account/second-step/recovery-codes/new",
    "/sign-out",
]  # fmt: skip
SAME_IN_BOTH = {"English", "Cymraeg", "Catrin Rees", "catrin@example.com", "OCM", "JavaScript", "PIN", "·", "–"}


@pytest.mark.slow
@pytest.mark.parametrize(("prefix", "width"), [("", 1280), ("/cy", 320)])
def test_every_page_can_be_used_by_everybody(open_page, look, prefix, width):
    page = open_page(width=width)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(f"{page.url}: {said.text}") if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))

    def look_at(address: str) -> None:
        page.goto(prefix + address)
        look(page)
        assert page.locator("html").get_attribute("lang") == ("cy" if prefix else "en")

    for address in SIGNED_OUT:
        look_at(address)
    page.goto(f"{prefix}/sign-in")
    page.locator("main form").first.evaluate("form => form.submit()")
    page.wait_for_selector(".govuk-error-summary")
    look(page)
    reference = people.catrin()
    secret = actions.enrol_totp(account=reference, by=people.TOWN)
    fill_in(page, prefix=prefix)
    look(page)
    page.locator("[name=code]").fill(people.code_of(secret))
    page.locator("[name=code]").press("Enter")
    page.wait_for_url(lambda address: "second-step" not in address)
    for address in SIGNED_IN:
        look_at(address)
    minutes_pass(16)
    look_at("/session/ends-soon?next=/account")
    assert complaints == []


@pytest.mark.slow
def test_no_sentence_of_a_welsh_page_is_left_in_english(open_page):
    reference = people.catrin()
    secret = actions.enrol_totp(account=reference, by=people.TOWN)
    page = open_page()

    def sentences(address: str) -> set[str]:
        page.goto(address)
        words = page.locator("main, title").evaluate_all(
            """parts => parts.flatMap(part => {
                const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
                const found = [];
                while (walk.nextNode()) {
                    if (!walk.currentNode.parentElement.closest("script, noscript")) found.push(walk.currentNode.textContent);
                }
                return [...found, ...[...part.querySelectorAll("[aria-label]")].map(one => one.ariaLabel)];
            })"""
        )
        return {word.strip() for word in words if re.search(r"[^\W\d_]{3,}", word)} - SAME_IN_BOTH

    def compare(addresses: list[str]) -> list[str]:
        return [
            f"{address}: {same}" for address in addresses for same in sentences(address) & sentences(f"/cy{address}")
        ]

    left = compare(SIGNED_OUT)
    fill_in(page)
    page.locator("[name=code]").fill(people.code_of(secret))
    page.locator("[name=code]").press("Enter")
    page.wait_for_url(lambda address: "second-step" not in address)
    left += [line for line in compare(SIGNED_IN) if "Chrom" not in line]
    minutes_pass(16)
    left += compare(["/session/ends-soon?next=/account"])
    assert left == []
