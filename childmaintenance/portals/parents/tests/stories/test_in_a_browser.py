"""The journeys as people meet them: at a desk and on a small phone, in both languages, by keyboard alone, without JavaScript."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from childmaintenance.cases import queries as cases
from childmaintenance.parties import queries as parties
from childmaintenance.portals.parents.tests.stories.browsing import Browser, everywhere
from childmaintenance.portals.parents.tests.stories.family import (
    CATRIN_APPLIES,
    GARETH_ANSWERS,
    GARETH_APPLIES,
    account,
    child,
)
from childmaintenance.portals.parents.tests.stories.given import catrin_has_applied, code_for_the_other_parent
from childmaintenance.portals.parents.tests.stories.keyboard import Keyboard
from tests.plugin.filling import BUTTON
from tests.plugin.looking import NARROW, WIDE, fits

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NEVER_IN_A_TITLE = ("maintenance", "gynhaliaeth", "Elin", "Macsen", "Gareth", "Catrin", "abuse")


@pytest.fixture(scope="module")
def seen() -> set[str]:
    """The pages that were looked at: one that several people meet is looked at once."""
    return set()


@pytest.fixture
def look(assert_accessible: Callable[[Page], None], seen: set[str]) -> Callable[[Page], None]:
    """Looks at each page once: everything axe knows, one heading, no scrolling sideways, a discreet title.

    Axe takes most of the time, so it reads Welsh on a phone and English at a desk; the rest is looked at in all four.
    """

    def check(page: Page, language: str, width: int) -> None:
        if (language, width) in {("cy", NARROW), ("en", WIDE)}:
            assert_accessible(page)
        where = f"{page.url} at {width}"
        assert page.locator("h1").count() == 1, where
        assert page.locator("html").get_attribute("lang") == language, where
        assert fits(page), f"{where} scrolls sideways"
        title = page.title().lower()
        assert not [word for word in NEVER_IN_A_TITLE if word.lower() in title], title

    everywhere_once = everywhere(check)

    def once(page: Page) -> None:
        kind = re.sub(r"[0-9a-f-]{36}|C-[0-9A-Z-]+|/[0-9a-f]{8}/", "…", page.url)
        if kind not in seen:
            seen.add(kind)
            everywhere_once(page)

    return once


def test_every_page_of_applying_in_both_languages_wide_and_narrow(own_database, open_page, look):
    account("Catrin")
    page = open_page(width=WIDE)
    catrin = Browser(page, look).sign_in("Catrin")
    for address in ("/begin/", "/join/"):
        page.goto(address)
        look(page)
    catrin.press()
    look_at_the_error(page, look)
    catrin.begin("/apply/").go_through(CATRIN_APPLIES).check_and_send()
    assert cases.case(catrin.reference).children[0].first_name == "Elin"
    page.goto("/details/contact/")
    look(page)


def test_every_page_that_only_some_people_meet(own_database, open_page, look):
    account("Gareth")
    page = open_page(width=WIDE)
    gareth = Browser(page, look).sign_in("Gareth").begin("/apply/")
    tasks = dict(GARETH_APPLIES)
    gareth.go_through(GARETH_APPLIES[:2])
    gareth.follow('main a[href$="/together"]')
    gareth.answer([*tasks["together"][:4], ("works-abroad", {"employer": "none"})])
    look(page)  # we cannot take this application
    gareth.follow("main a.govuk-button--secondary")
    gareth.answer([("works-abroad", {"employer": "armed_forces"}), *tasks["together"][5:]])
    gareth.follow('main a[href$="/children"]')
    gareth.answer(child("Nia", tasks["children"][1][1]["date_of_birth"].replace(year=2009), education="no")[:3])
    look(page)  # we cannot include Nia
    gareth.follow("main a.govuk-button--secondary")
    gareth.answer([("child-education", {"in_education": "yes"}), ("children", {"another": "no"})])
    gareth.go_through(GARETH_APPLIES[4:])
    tasks_page = page.url
    gareth.follow("main a[href$='/saved']")
    look(page)
    page.goto(f"{tasks_page}children")
    gareth.follow("main a[href$='/remove']")
    look(page)
    page.goto(tasks_page)
    gareth.check_and_send()
    assert cases.case(gareth.reference).territory.value == "NI"


def test_every_page_of_answering_and_of_changing_details(own_database, open_page, look):
    case = catrin_has_applied().reference
    code = code_for_the_other_parent(case)
    account("Gareth")
    page = open_page(width=WIDE)
    gareth = Browser(page, look).sign_in("Gareth")
    page.goto("/join/")
    gareth.fill({"code": code}).press()
    look(page)
    gareth.press().go_through(GARETH_ANSWERS).check_and_send()
    assert gareth.reference == case
    gareth.begin(f"/cases/{case}/pay-day/").answer(
        [("how-often-paid", {"frequency": "2W"}), ("weekday", {"weekday": "4"})]
    )
    gareth.press()
    look(page)
    gareth.begin(f"/cases/{case}/service/").answer([("service", {"service": "direct_pay"})])
    gareth.press()
    look(page)


def test_without_javascript_every_option_and_its_box_is_there(own_database, open_page):
    case = catrin_has_applied().reference
    code = code_for_the_other_parent(case)
    account("Gareth")
    page = open_page(javascript=False, width=NARROW)
    gareth = Browser(page).sign_in("Gareth")
    page.goto("/join/")
    gareth.fill({"code": code}).press().press()
    differs = [
        ("parentage", {"all_mine": "yes"}),
        ("nights-right", {"right": "no"}),
        ("nights-alike", {"alike": "yes"}),
        ("stays-all", {"pattern": "fortnight", "fortnight": "3"}),
        ("extra-all", {"extra": "7"}),
        ("in-a-year-all", {"right": "no", "nights": "90"}),
    ]
    tasks = [(name, differs if name == "parentage" else pages) for name, pages in GARETH_ANSWERS]
    gareth.go_through(tasks).check_and_send()
    [said, *_others] = [fact.said for fact in cases.facts(case) if fact.kind == "nights"]
    assert [one.value["nights"] for one in said] == [62, 90]


def test_exit_this_page_signs_out_and_leaves_for_somewhere_harmless(own_database, open_page):
    account("Catrin")
    page = open_page()
    Browser(page).sign_in("Catrin").begin("/apply/").follow('main a[href$="/safety"]')
    with page.expect_response("**/leave") as leaving:
        for _press in range(3):
            page.keyboard.press("Shift")
    assert "weather" in leaving.value.headers["location"]
    page.wait_for_timeout(200)  # the weather itself is outside, where tests do not go
    page.goto("/apply/")
    assert "/sign-in" in page.url, "whoever comes after finds nobody signed in"


def test_a_second_click_and_the_back_button_make_one_application(own_database, open_page):
    catrin = catrin_has_applied(name="Carys")  # somebody else's, so that counting means something
    account("Catrin")
    page = open_page()
    browser = Browser(page).sign_in("Catrin").begin("/apply/").go_through(CATRIN_APPLIES)
    browser.follow('main a[href$="/check-your-answers"]')
    page.dblclick(BUTTON)
    page.wait_for_url("**/sent")
    first = browser.reference
    page.go_back()
    page.goto(page.url)
    assert browser.reference == first
    person = cases.case(first).receiving_parent
    assert [case.reference for case in cases.cases_of(person)] == [first] != [catrin.reference]


def test_back_and_forward_keep_what_was_typed(own_database, open_page):
    account("Catrin")
    page = open_page()
    browser = Browser(page).sign_in("Catrin").begin("/apply/")
    browser.go_through(CATRIN_APPLIES[:1])
    browser.follow('main a[href$="/side"]')
    browser.answer(dict(CATRIN_APPLIES)["side"][:3])
    page.go_back()
    page.go_back()
    assert page.input_value("[name=full_name]") == "Catrin Mair Rowlands"
    page.go_forward()
    assert page.input_value("[name=date_of_birth-year]") == "1990"
    browser.press()
    assert browser.slug == "your-nino"


def test_a_whole_journey_by_keyboard_alone(own_database, open_page):
    case = catrin_has_applied(name="Catrin").reference
    page = open_page()
    Browser(page).sign_in("Catrin")
    keys = Keyboard(page)
    page.goto("/details/contact/")
    keys.enter("main form button")
    keys.choose('[name=language][value="cy"]').choose('[name=large_print][value="yes"]').enter("main form button")
    keys.write("[name=email]", "carys@example.org").write("[name=phone]", "").enter("main form button")
    keys.choose('[name=post][value="yes"]').enter("main form button")
    keys.write("[name=line_1]", "2 Stryd Fawr").write("[name=line_2]", "").write("[name=town]", "Bangor")
    keys.write("[name=county]", "").write("[name=postcode]", "LL57 1AA").enter("main form button")
    keys.write("[name=safe_contact]", "Not on Fridays").enter("main form button")
    keys.enter("main form button")
    assert page.url.endswith("/sent")
    contact = parties.contact(cases.case(case).receiving_parent)
    assert (contact.language, contact.large_print, contact.email) == ("cy", True, "carys@example.org")
    assert (contact.address, contact.postcode) == ("2 Stryd Fawr\nBangor", "LL57 1AA")


def test_an_error_takes_the_keyboard_to_what_is_wrong(own_database, open_page):
    account("Catrin")
    page = open_page()
    browser = Browser(page).sign_in("Catrin").begin("/apply/").go_through(CATRIN_APPLIES[:1])
    browser.follow('main a[href$="/side"]')
    browser.press()
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "side"


def look_at_the_error(page: Page, look: Callable[[Page], None]) -> None:
    """A page with an error is a page too; it cannot be opened again by its address."""
    assert page.locator(".govuk-error-summary").count() == 1
    assert page.title().startswith("Error:")
