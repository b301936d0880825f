"""The first step as people meet it: at a desk and on a small phone, in both languages, by keyboard alone, without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from childmaintenance.portals.firststep.tests.stories.walking import MOTHER, UNSAFE, Answer, but, day
from tests.plugin.filling import fill, press

pytestmark = [pytest.mark.browser, pytest.mark.slow]
OLDER = [("child-born", day("date_of_birth", 2009)), ("child-education", {"in_education": "not_known"})]


@pytest.fixture
def look(look: Callable[..., None]) -> Callable[[Page, str], None]:
    """Whoever is not safe has a way out on every page."""

    def check(page: Page, name: str) -> None:
        look(page, name)
        expect(page.locator(".govuk-exit-this-page")).to_have_count(1)

    return check


def walk(
    page: Page, pages: list[tuple[str, Answer]], look: Callable[[Page, str], None] = lambda page, name: None
) -> None:
    for slug, answer in pages:
        page.wait_for_url(f"**/{slug}*")
        look(page, slug)
        fill(page, answer)
        press(page)


@pytest.mark.parametrize(("width", "prefix"), [(1280, ""), (320, "/cy")])
def test_every_page_of_the_first_step(open_page, look, width, prefix):
    page = open_page(width=width)
    page.goto(f"{prefix}/get-help/")
    look(page, "get-help")
    press(page)
    walk(page, MOTHER[:1], look)
    press(page)
    look(page, "error")  # nothing was selected
    walk(page, MOTHER[1:3], look)
    walk(page, [*OLDER, ("children", {"another": "yes"}), *MOTHER[3:]], look)
    page.wait_for_url("**/result")
    look(page, "result")
    page.get_by_role("button").filter(has_text="reference" if not prefix else "cyfeirnod").click()
    page.wait_for_url("**/reference")
    look(page, "reference")
    page.locator("main form button").click()
    look(page, "nothing-kept")


@pytest.mark.parametrize(("width", "prefix"), [(320, ""), (1280, "/cy")])
def test_the_result_of_somebody_who_is_not_safe(open_page, look, width, prefix):
    page = open_page(width=width)
    page.goto(f"{prefix}/get-help/")
    press(page)
    walk(page, but(MOTHER, safety=UNSAFE, without=("talking",)))
    page.wait_for_url("**/result")
    look(page, "unsafe")
    page.locator("#answers summary").click()
    page.locator("a[href$='nation?from=check']").click()
    page.wait_for_url("**/nation?from=check")
    fill(page, {"nation": "northern_ireland"})
    press(page)
    page.wait_for_url("**/result")
    look(page, "unsafe-ni")


@pytest.mark.parametrize(("width", "prefix"), [(1280, "/cy"), (320, "")])
def test_the_two_short_tools(open_page, look, width, prefix):
    page = open_page(width=width)
    page.goto(f"{prefix}/which-way/")
    look(page, "which-way")
    press(page)
    walk(
        page,
        [
            MOTHER[0],
            *MOTHER[7:9],
            ("talking", {"talk": "tried"}),
            ("matters", {"matters": ["settling", "high_income"]}),
        ],
    )
    page.wait_for_url("**/result")
    look(page, "ways")
    page.goto(f"{prefix}/can-you-apply/")
    look(page, "can-you-apply")
    press(page)
    walk(page, but(MOTHER, together={"together": "yes"}, without=("where", "now", "talking", "matters")))
    page.wait_for_url("**/result")
    look(page, "cannot-apply")


def test_without_javascript_everything_works_and_leaving_is_a_link(open_page):
    page = open_page(javascript=False, width=320)
    page.goto("/get-help/")
    press(page)
    walk(page, but(MOTHER, safety=UNSAFE, without=("talking",)))
    expect(page.locator("h1")).to_have_text("What you can do")
    result = page.url
    page.locator(".govuk-exit-this-page__button").click()
    page.goto(result)
    expect(page.locator("h1")).to_have_text("Your answers are no longer here")


def test_shift_three_times_leaves_and_back_finds_nothing(open_page):
    page = open_page()
    page.goto("/get-help/")
    press(page)
    walk(page, MOTHER[:3])
    page.wait_for_url("**/child-born")
    here = page.url
    with page.expect_request("**/leave"):
        for _time in range(3):
            page.keyboard.press("Shift")
    page.wait_for_timeout(300)
    page.goto(here)
    expect(page.locator("h1")).to_have_text("Your answers are no longer here")


def test_going_back_in_the_browser_asks_for_no_resending_and_shows_the_answer(open_page):
    page = open_page()
    page.goto("/get-help/")
    press(page)
    walk(page, MOTHER[:3])
    page.wait_for_url("**/child-born")
    page.go_back()
    page.wait_for_url("**/nation")
    page.go_back()
    page.wait_for_url("**/who")
    expect(page.locator("input[value=with_me]")).to_be_checked()
    page.go_forward()
    page.wait_for_url("**/nation")
    expect(page.locator("input[value=wales]")).to_be_checked()


def test_by_keyboard_alone(open_page):
    page = open_page()
    page.goto("/which-way/")
    page.locator("main form button").focus()
    page.keyboard.press("Enter")
    answers = {"safety": 3, "court-order": 1, "now": 0, "talking": 1}
    for slug, downs in answers.items():
        page.wait_for_url(f"**/{slug}")
        first = page.locator("main input[type=radio], main input[type=checkbox]").first
        first.focus()
        if slug == "safety":
            for _step in range(downs):
                page.keyboard.press("Tab")
            page.keyboard.press("Space")
        else:
            page.keyboard.press("Space")
            for _step in range(downs):
                page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    page.wait_for_url("**/matters")
    page.locator("main form button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("The ways in order")
