"""A visitor and an agent at the same time, each in a browser: with JavaScript, without, by keyboard, on a phone, in Welsh."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import Client
from playwright.sync_api import Page, expect

from childmaintenance.accounts import actions as accounts
from childmaintenance.accounts.terms import Role
from childmaintenance.foundation.actor import Actor
from tests.plugin.looking import leave_picture

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Open = Callable[..., Page]
Look = Callable[[Page, str], None]


@pytest.fixture
def sit_down(open_page: Open, settings: Any) -> Callable[..., Page]:
    """An agent's browser, signed in and at the desk."""

    def agent(name: str = "Rhian", *, width: int = 1280, prefix: str = "") -> Page:
        story = Actor.system("story")
        account = accounts.open_account(
            email=f"{name.lower()}@example.org", password="seven calm herons", name=name, language="en", by=story
        )
        accounts.appoint_staff(account=account, role=Role.CASEWORKER, by=story)
        client, request = Client(), HttpRequest()
        request.session = client.session
        accounts.sign_in_as(request, account)
        request.session.save()
        page = open_page(width=width)
        page.goto(prefix or "/")
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": request.session.session_key, "url": page.url}]
        )
        page.goto(f"{prefix}/casework/chats")
        for language in ("en", "cy"):
            page.check(f"[name=languages][value={language}]")
        page.locator("#desk ~ form button").first.click()
        expect(page.locator("[data-board]")).to_contain_text("desg" if prefix else "You are at the desk")
        return page

    return agent


def test_they_talk(open_page: Open, sit_down: Callable[..., Page], look: Look) -> None:
    agent, visitor = sit_down(), open_page()
    visitor.goto("/contact")
    look(visitor, "chat-contact")
    visitor.locator(".ocm-chat-offer a").click()
    assert not [one for one in visitor.context.cookies() if one["name"] == "chat"], "nothing before the click"
    look(visitor, "chat-start")
    visitor.check("[value=amount]")
    visitor.fill("[name=called]", "Sam")
    visitor.fill("[name=words]", "What does it cost to collect?")
    visitor.get_by_role("button", name="Start the chat").click()
    expect(visitor.locator("[data-talk-standing]")).to_contain_text("You are next.")
    assert visitor.evaluate("[document.cookie, localStorage.length, sessionStorage.length].join()").endswith(",0,0")
    assert "chat=" not in visitor.evaluate("document.cookie"), "no script can read the key"

    agent.locator("[data-board] li form").wait_for()  # it came by itself
    look(agent, "chat-desk")
    agent.get_by_role("button", name="Take the next").click()
    expect(agent.locator("[data-talk-lines]")).to_contain_text("What does it cost to collect?")
    visitor.fill("[name=text]", "half a sen")
    agent.fill("[name=text]", "Hello Sam. One moment.")
    agent.get_by_role("button", name="Send", exact=True).click()
    expect(visitor.locator("[data-talk-lines]")).to_contain_text("One moment.")
    expect(visitor.locator("[data-talk-standing]")).to_contain_text("You are chatting with Rhian.")
    assert visitor.input_value("[name=text]") == "half a sen", "what is being typed stays"
    agent.fill("[name=words]", "collection fee")
    agent.get_by_role("button", name="Find").click()
    look(agent, "chat-finding")
    agent.locator(".ocm-found-passage button").first.click()
    expect(visitor.locator("blockquote a")).to_have_attribute("href", re.compile("^/"))

    visitor.context.set_offline(True)
    visitor.get_by_role("button", name="Send", exact=True).click()
    expect(visitor.locator("[data-talk-refused]")).to_contain_text("Not sent")
    assert visitor.input_value("[name=text]") == "half a sen"
    visitor.context.set_offline(False)
    visitor.get_by_role("button", name="Send", exact=True).click()
    expect(agent.locator("[data-talk-lines]")).to_contain_text("half a sen")
    expect(visitor.locator("[data-talk-lines] >> text=half a sen")).to_have_count(1)
    look(visitor, "chat-talking")
    look(agent, "chat-agent")

    visitor.goto("/guides/fees")
    look(visitor, "chat-bar")
    visitor.get_by_role("link", name="Go back to your chat").click()
    expect(visitor.locator("[data-talk-lines]")).to_contain_text("half a sen")
    agent.get_by_role("button", name="End the chat").click()
    expect(visitor.locator("h1")).to_have_text("The chat has ended")  # by itself
    look(visitor, "chat-over")
    with visitor.expect_download() as saved:
        visitor.get_by_role("button", name="Save what was said").click()
    assert saved.value.suggested_filename.startswith("ocm-2")
    visitor.goto("/guides/fees")
    expect(visitor.locator(".ocm-chat-bar")).to_have_count(0)


def test_by_keyboard_on_a_phone_in_welsh_and_out_in_a_hurry(
    open_page: Open, sit_down: Callable[..., Page], look: Look
) -> None:
    agent, visitor = sit_down(width=320, prefix="/cy"), open_page(width=320)
    visitor.goto("/cy/chat")
    look(visitor, "chat-start-cy")
    visitor.locator("[name=topic]").first.focus()
    visitor.keyboard.press("Space")
    tab_to(visitor, "form[action$='/chat'] button[type=submit], form[action$='/chat'] .govuk-button")
    visitor.keyboard.press("Enter")
    visitor.wait_for_url("**/cy/chat/W-*")
    look(visitor, "chat-waiting-cy")
    tab_to(visitor, "[name=text]")
    visitor.keyboard.type("Faint mae’n ei gostio?")
    tab_to(visitor, "[data-talk-form] button")
    visitor.keyboard.press("Enter")
    expect(visitor.locator("[data-talk-lines]")).to_contain_text("Faint mae’n ei gostio?")
    assert visitor.evaluate("document.activeElement.name") == "text", "ready for the next line"
    agent.locator("[data-board] li form").wait_for()
    look(agent, "chat-desk-cy")
    agent.locator("[data-board] form button").first.click()
    agent.fill("[name=text]", "Helo")
    agent.locator("[data-talk-form] button").click()
    expect(visitor.locator("[data-talk-lines]")).to_contain_text("Helo")
    look(visitor, "chat-talking-cy")
    look(agent, "chat-agent-cy")
    tab_to(visitor, ".govuk-exit-this-page__button", backwards=True)
    with visitor.expect_request("**/leave"):
        visitor.keyboard.press("Enter")
    expect(agent.locator("[data-talk-lines]")).to_contain_text("Daeth yr ymwelydd â’r sgwrs i ben.")


def test_without_javascript(open_page: Open, sit_down: Callable[..., Page]) -> None:
    agent, visitor = sit_down(), open_page(javascript=False, width=320)
    visitor.goto("/chat")
    visitor.check("[value=site]")
    visitor.get_by_role("button", name="Start the chat").click()
    expect(visitor.locator("meta[http-equiv=refresh]")).to_have_count(1)
    visitor.fill("[name=text]", "I have an old phone")
    visitor.get_by_role("button", name="Send", exact=True).click()
    agent.locator("[data-board] li form").wait_for()
    agent.get_by_role("button", name="Take the next").click()
    agent.fill("[name=text]", "That is no trouble")
    agent.get_by_role("button", name="Send", exact=True).click()
    expect(agent.locator("[data-talk-lines]")).to_contain_text("That is no trouble")
    visitor.get_by_role("link", name="Stop that while I write").click()
    expect(visitor.locator("meta[http-equiv=refresh]")).to_have_count(0)
    visitor.get_by_role("button", name="Check for new messages").click()
    expect(visitor.locator("main")).to_contain_text("That is no trouble")
    leave_picture(visitor, "chat-plain")
    visitor.get_by_role("button", name="End the chat").click()
    expect(visitor.locator("h1")).to_have_text("The chat has ended")


def tab_to(page: Page, selector: str, *, backwards: bool = False) -> None:
    """Press Tab until the focus is there."""
    for _press in range(40):
        if page.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
    raise AssertionError(f"{selector} on {page.url} cannot be reached by keyboard")
