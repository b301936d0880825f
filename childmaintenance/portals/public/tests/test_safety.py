"""What every note about danger leads to: who can help, in each nation, with what a reader needs to reach them."""

import datetime as dt
import re
from html import unescape

import pytest
from django.test import Client

from childmaintenance.foundation import clock
from childmaintenance.foundation.language import in_language, long_date
from childmaintenance.guidance.helplines import checked_on, helplines
from childmaintenance.guidance.leaflets import LEAFLETS
from childmaintenance.guidance.pages import PAGES
from childmaintenance.guidance.reviews import overdue, reviews
from childmaintenance.guidance.shelf import as_written
from childmaintenance.guidance.terms import Nation

pytestmark = pytest.mark.django_db
IN = {"en": "", "cy": "/cy"}


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize("code", ["en", "cy"])
def test_staying_safe_names_every_helpline_by_nation_with_number_website_hours_and_day(
    client: Client, code: str
) -> None:
    page = client.get(f"{IN[code]}/staying-safe").content.decode()
    said = words(page)
    with in_language(code):
        for line in helplines():
            assert line.name in said
            assert f'href="{line.website}"' in page
            if line.number:
                assert f'href="tel:{line.number.replace(" ", "")}"' in page
        assert long_date(checked_on()) in said
        headings = [said.index(nation.label) for nation in Nation]
    assert headings == sorted(headings)
    assert said.count({"en": "Open day and night.", "cy": "Ar agor ddydd a nos."}[code]) == sum(
        line.all_day for line in helplines()
    )
    assert "999" in said and "55" in said


def test_a_line_whose_hours_or_number_nobody_has_checked_says_so(client: Client) -> None:
    said = words(client.get("/staying-safe").content.decode())
    assert "Its website says when it is open." in said
    assert "We have not been able to check its number." in said


@pytest.mark.parametrize("code", ["en", "cy"])
def test_the_leaflet_about_safety_keeps_its_promise(client: Client, code: str) -> None:
    with in_language(code):
        leaflet = str(as_written(LEAFLETS.page("staying-safe")).html)
    address = f"{IN[code]}/staying-safe"
    assert f'href="{address}"' in leaflet
    page = client.get(address).content.decode()
    assert all(line.number in page for line in helplines())


@pytest.mark.parametrize("slug", ["staying-safe", "welsh-language"])
@pytest.mark.parametrize("code", ["en", "cy"])
def test_the_words_are_content_with_a_day_to_look_again(client: Client, slug: str, code: str) -> None:
    page = PAGES.page(slug)
    said = words(client.get(f"{IN[code]}/{slug}").content.decode())
    with in_language(code):
        assert page.title in said
        assert words(str(as_written(page).html)) in said
        assert long_date(page.as_of) in said
    assert f"pages/{slug}" in [one.where for one in reviews()]
    assert f"pages/{slug}" in [one.where for one in overdue(page.review_by + dt.timedelta(days=1))]


@pytest.mark.parametrize("where", ["public/accessibility", "public/browsers"])
def test_what_is_kept_beside_the_pages_is_listed_for_editors_too(where: str) -> None:
    found = next(one for one in reviews() if one.where == where)
    assert found in overdue(found.review_by + dt.timedelta(days=1))
    assert found not in overdue(found.review_by)


def test_a_page_past_its_day_says_so(client: Client) -> None:
    assert "It is time to check this page again." not in client.get("/staying-safe").content.decode()
    with clock.travel(PAGES.page("staying-safe").review_by + dt.timedelta(days=1)):
        assert "It is time to check this page again." in client.get("/staying-safe").content.decode()
