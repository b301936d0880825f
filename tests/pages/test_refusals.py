"""The pages that say no or that something is wrong can be read by everybody too."""

import pytest
from django.test import RequestFactory

from childmaintenance.accounts import public_forms
from childmaintenance.foundation.language import in_language
from childmaintenance.portals.public.errors import broken
from tests.plugin.filling import press
from tests.plugin.looking import NARROW, WIDE, fits

pytestmark = pytest.mark.browser


@pytest.fixture
def look(look):
    def check(page, heading):
        assert page.inner_text("h1") == heading
        page.set_viewport_size({"width": WIDE, "height": 900})
        assert fits(page), heading
        page.set_viewport_size({"width": NARROW, "height": 900})
        look(page)

    return check


def test_a_page_that_is_not_there_and_a_form_whose_proof_is_missing_or_old(open_page, look):
    page = open_page()
    page.goto("/no/such/page")
    look(page, "Page not found")
    page.goto("/cy/sign-in")
    page.context.clear_cookies()
    press(page)
    look(page, "Trowch gwcis ymlaen i barhau")
    page.goto("/sign-in")
    page.evaluate("document.querySelector('main [name=csrfmiddlewaretoken]').value = 'x'.repeat(64)")
    press(page)
    look(page, "This page was open for too long")


@pytest.mark.parametrize(("prefix", "heading"), [("", "Please wait a little"), ("/cy", "Arhoswch ychydig")])
def test_a_form_that_was_sent_too_often(open_page, look, prefix, heading):
    page = open_page()
    page.goto(f"{prefix}/feedback")
    page.fill("textarea", "Thank you")
    for _time in range(60):
        public_forms.count("feedback", "127.0.0.1", per=public_forms.PER)
    press(page)
    look(page, heading)


@pytest.mark.parametrize(
    ("language", "heading"),
    [("en", "Sorry, there is a problem with the service"), ("cy", "Mae’n ddrwg gennym, mae problem gyda’r gwasanaeth")],
)
def test_something_of_ours_is_broken(open_page, look, language, heading):
    page = open_page()
    page.goto("/health/live")
    with in_language(language):
        page.set_content(broken(RequestFactory().get("/")).content.decode())
    look(page, heading)
