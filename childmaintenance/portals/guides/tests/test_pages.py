"""Every page of the guides: there for everybody in both languages, keeping nothing, with its sources and its date."""

import datetime as dt

import pytest
from django.test import Client

from childmaintenance.foundation import clock
from childmaintenance.guidance.guides import GUIDES
from childmaintenance.portals.guides.onward import OTHER_PAGES, onward
from childmaintenance.portals.guides.pages.start import PEOPLE, TOPICS

pytestmark = pytest.mark.django_db
ADDRESSES = [
    "/guides",
    "/options",
    "/frequently-asked-questions",
    "/contact",
    *(f"/guides/{page.slug}" for page in GUIDES.pages()),
]


@pytest.mark.parametrize("prefix", ["", "/cy"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_everybody_may_read_it_and_nothing_is_kept(client: Client, prefix: str, address: str) -> None:
    answer = client.get(prefix + address)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert not answer.cookies
    assert page.count("<h1") == 1
    assert "{{" not in page
    assert "[!" not in page
    assert "govuk-exit-this-page" in page


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_a_guide_that_is_not_there_is_not_found(client: Client, prefix: str) -> None:
    assert client.get(f"{prefix}/guides/no-such-guide").status_code == 404


def test_every_guide_has_a_place_at_the_start(client: Client) -> None:
    page = client.get("/guides").content.decode()
    for guide in GUIDES.pages():
        assert guide.more["topic"] in {PEOPLE, *TOPICS}
        assert f'href="/guides/{guide.slug}"' in page


def test_every_way_on_leads_somewhere(client: Client) -> None:
    for name in {name for guide in GUIDES.pages() for name in guide.more.get("leads_to", [])} | set(OTHER_PAGES):
        assert client.get(onward(name).href).status_code in (200, 302)


def test_every_link_and_anchor_within_the_guides_is_there(client: Client) -> None:
    import re

    found = {address: client.get(address).content.decode() for address in ADDRESSES}
    for address, page in found.items():
        main = page[page.index("<main") : page.index("</main>")]
        for href in re.findall(r'href="([^"]+)"', main):
            path, _, part = href.partition("#")
            if path.startswith(("/guides", "/options", "/contact", "/frequently")) and "?" not in path:
                assert path in found, f"{address} leads to {href}"
            if part:
                assert f'id="{part}"' in found[path or address], f"{address} leads to {href}"


def test_a_page_that_nobody_looked_at_in_time_says_so(client: Client) -> None:
    guide = GUIDES.page("paying")
    assert "time to check this page" not in client.get("/guides/paying").content.decode()
    with clock.travel(guide.review_by + dt.timedelta(days=1)):
        assert "time to check this page" in client.get("/guides/paying").content.decode()
