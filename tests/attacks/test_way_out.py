"""Somebody may look over a shoulder at any page for the public: each can be left in a hurry, and says little in its title."""

import re

import pytest
from django.test import Client

from tests.pages.addresses import with_parts, without_parts

pytestmark = pytest.mark.django_db
NEVER_IN_A_TITLE = ("abuse", "cam-drin", "violen", "danger")


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_every_page_that_anybody_may_read_can_be_left_at_once(prefix):
    read, client = 0, Client()
    for address in [*without_parts(), *with_parts()]:
        answer = client.get(prefix + address)
        if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
            continue
        page = answer.content.decode()
        if 'class="govuk-template' not in page:
            continue  # a file to take along, such as the page that checks a receipt
        read += 1
        if answer.get("X-Frame-Options") != "DENY":  # a part of another site's page, which has one link out
            assert f'href="{prefix}/leave"' in page, address
            continue
        assert page.count(f'href="{prefix}/leave"') == 2, f"{address}: a button, and a link for the keyboard"
        assert 'data-module="govuk-exit-this-page"' in page, address
        title = re.search(r"<title>(.*?)</title>", page, re.S)[1].lower()
        assert not [word for word in NEVER_IN_A_TITLE if word in title], f"{address}: {title}"
    assert read > 15


@pytest.mark.parametrize("address", ["/no/such/page", "/cy/no/such/page"])
def test_a_page_that_is_not_there_can_be_left_too(address):
    assert 'data-module="govuk-exit-this-page"' in Client().get(address).content.decode()


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_end_of_every_page_leads_back_to_its_top(prefix):
    read, client = 0, Client()
    for address in [*without_parts(), *with_parts()]:
        answer = client.get(prefix + address)
        page = answer.content.decode() if answer.get("Content-Type", "").startswith("text/html") else ""
        if answer.status_code != 200 or 'class="govuk-template' not in page or answer.get("X-Frame-Options") != "DENY":
            continue
        read += 1
        footer = page[page.index("<footer") :]
        assert footer.count('href="#main-content"') == 1, address
        assert 'id="main-content"' in page, address
    assert read > 15
