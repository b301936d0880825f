"""The warning before a session ends, as somebody meets it: half-way through a form, in another tab, without JavaScript."""

import pytest
from playwright.sync_api import expect

from childmaintenance.accounts.models import Session
from childmaintenance.accounts.tests import people
from childmaintenance.accounts.tests.browsing import fill_in, minutes_pass

pytestmark = pytest.mark.browser


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
