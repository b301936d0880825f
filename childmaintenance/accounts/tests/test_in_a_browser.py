"""Signing in as people do it: with a real browser, a keyboard, a passkey, no JavaScript, and a clock that runs out."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import F
from playwright.sync_api import CDPSession, Page, expect

from childmaintenance.accounts import actions, queries
from childmaintenance.accounts.models import Session
from childmaintenance.accounts.tests import people
from childmaintenance.foundation import audit

pytestmark = pytest.mark.browser


def fill_in(page: Page, email: str = people.CATRIN["email"], prefix: str = "") -> None:
    """Sign in with the password."""
    page.goto(f"{prefix}/sign-in")
    page.locator("[name=login]").fill(email)
    page.locator("[name=password]").fill(people.PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url(lambda address: not address.endswith("/sign-in"))


def minutes_pass(minutes: float, *, idle: float | None = None) -> None:
    """The sessions on the server grow older."""
    idle = minutes if idle is None else idle
    Session.objects.update(
        started_at=F("started_at") - timedelta(minutes=minutes), seen_at=F("seen_at") - timedelta(minutes=idle)
    )


def security_key(page: Page, **marks: object) -> CDPSession:
    """A passkey maker that this browser believes in; `defaultBackupEligibility` says that its keys can be copied."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    made = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
        **marks,
    }
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": made})
    return tools


def emails() -> Path:
    """Where the server under test puts its e-mails; in this process Django's tests keep them in memory instead."""
    return Path(settings.EMAIL_FILE_PATH)


@pytest.fixture
def here(live_server_url: str) -> str:
    """The same server under the one name for which a browser makes passkeys without https."""
    return live_server_url.replace("127.0.0.1", "localhost")


# ---- passkeys ----


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


# ---- the end of a session ----


def test_five_minutes_before_the_end_a_dialog_asks_and_keeps_what_was_typed(open_page, assert_accessible):
    people.catrin()
    page = open_page()
    page.clock.install()
    fill_in(page)
    page.goto("/account/email")
    typed = page.get_by_label("New email address")
    typed.fill("half-typed@exam")
    dialog = page.get_by_role("alertdialog", name="You will be signed out soon")
    expect(dialog).to_be_hidden()

    minutes_pass(15)
    page.clock.fast_forward("15:00")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("Your session ends in 5 minutes.")
    expect(page.get_by_role("button", name="Stay signed in")).to_be_focused()
    assert page.locator("#session-warning-left").get_attribute("aria-live") == "polite"
    assert dialog.get_attribute("aria-describedby") == "session-warning-left session-warning-why"
    assert_accessible(page)

    said = set()
    for _second in range(60):  # a minute, second by second: the words change once
        said.add(page.locator("#session-warning-left").text_content())
        page.clock.run_for(1000)
    assert said <= {"Your session ends in 5 minutes.", "Your session ends in 4 minutes."}

    page.keyboard.press("Escape")
    expect(dialog).to_be_visible()
    for _tab in range(6):  # focus goes round inside the dialog, with the browser's own bar, and never behind it
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    page.get_by_role("button", name="Stay signed in").click()
    expect(dialog).to_be_hidden()
    expect(typed).to_be_focused()
    expect(typed).to_have_value("half-typed@exam")
    assert Session.objects.exclude(account=None).get().seen_at > Session.objects.exclude(account=None).get().started_at


def test_the_dialog_stays_away_while_another_page_is_used(open_page):
    people.catrin()
    page = open_page()
    page.clock.install()
    fill_in(page)
    page.goto("/account")
    minutes_pass(15, idle=2)  # somebody clicked in another tab two minutes ago
    page.clock.fast_forward("15:00")
    page.wait_for_timeout(300)
    expect(page.locator("#session-warning")).to_be_hidden()


def test_when_nobody_answers_the_page_says_what_was_saved(open_page, assert_accessible):
    people.catrin()
    page = open_page()
    page.clock.install()
    fill_in(page)
    page.goto("/account/email")
    minutes_pass(15)
    page.clock.fast_forward("15:00")
    expect(page.get_by_role("alertdialog")).to_be_visible()
    minutes_pass(5)
    page.clock.fast_forward("05:01")
    page.wait_for_url("**/session/ended?next=%2Faccount%2Femail")
    expect(page.get_by_role("heading", name="What was saved")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Sign in and carry on").click()
    assert "next=%2Faccount%2Femail" in page.url


def test_near_ninety_minutes_the_dialog_says_that_staying_is_not_possible(open_page):
    people.catrin()
    page = open_page()
    page.clock.install()
    fill_in(page)
    page.goto("/account")
    minutes_pass(86, idle=0)
    page.clock.fast_forward("15:00")
    dialog = page.get_by_role("alertdialog")
    expect(dialog).to_contain_text("You cannot stay signed in for longer than 90 minutes")
    expect(page.get_by_role("button", name="Stay signed in")).to_be_hidden()
    page.get_by_role("button", name="Back to the page").click()
    expect(dialog).to_be_hidden()


def test_without_javascript_the_browser_moves_to_the_warning_and_a_button_comes_back(open_page):
    people.catrin()
    page = open_page(javascript=False)
    fill_in(page)
    minutes_pass(84.95, idle=0)  # five minutes and three seconds are left
    page.goto("/account/email")
    page.wait_for_url("**/session/ends-soon?next=%2Faccount%2Femail")
    expect(page.get_by_role("heading", level=1)).to_contain_text("You will be signed out in 5 minutes")
    minutes_pass(-80, idle=-1)
    page.reload()
    minutes_pass(16)
    page.goto("/session/ends-soon?next=/account/email")
    page.get_by_role("button", name="Stay signed in").click()
    expect(page.get_by_role("heading", name="Change your email address")).to_be_visible()


# ---- keyboard, no JavaScript, languages ----


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
    "/sign-in", "/create-account", "/forgotten-password", "/forgotten-password/sent", "/forgotten-password/1-a-b",
    "/forgotten-password/changed", "/signed-out", "/account-closed", "/session/ended?because=absolute",
    "/session/ended?because=security", "/session/ended?because=signed_out_elsewhere",
]  # fmt: skip
SIGNED_IN = [
    "/account", "/account/language", "/account/password", "/account/email", "/account/places", "/account/prove",
    "/account/prove/code", "/account/second-step", "/account/second-step/app/remove", "/account/second-step/passkeys",
    "/account/second-step/passkeys/add", "/account/second-step/recovery-codes", "/account/second-step/recovery-codes/new",
    "/sign-out",
]  # fmt: skip
SAME_IN_BOTH = {"English", "Cymraeg", "Catrin Rees", "catrin@example.com", "OCM", "JavaScript", "PIN", "·", "–"}


@pytest.mark.slow
@pytest.mark.parametrize(("prefix", "width"), [("", 1280), ("/cy", 320)])
def test_every_page_can_be_used_by_everybody(open_page, assert_accessible, prefix, width):
    page = open_page(width=width)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(f"{page.url}: {said.text}") if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))

    def look(address: str) -> None:
        page.goto(prefix + address)
        assert page.locator("h1").count() == 1, address
        assert page.locator("html").get_attribute("lang") == ("cy" if prefix else "en")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{address} is wider than the screen"
        assert_accessible(page)

    for address in SIGNED_OUT:
        look(address)
    page.goto(f"{prefix}/sign-in")
    page.locator("main form").first.evaluate("form => form.submit()")
    page.wait_for_selector(".govuk-error-summary")
    assert_accessible(page)
    reference = people.catrin()
    secret = actions.enrol_totp(account=reference, by=people.TOWN)
    fill_in(page, prefix=prefix)
    assert_accessible(page)
    page.locator("[name=code]").fill(people.code_of(secret))
    page.locator("[name=code]").press("Enter")
    page.wait_for_url(lambda address: "second-step" not in address)
    for address in SIGNED_IN:
        look(address)
    minutes_pass(16)
    look("/session/ends-soon?next=/account")
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
