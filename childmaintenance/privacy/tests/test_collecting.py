"""A page that asks for something says what for, what the other parent gets, and where more is said, in both languages."""

import re
from importlib import import_module

import pytest
from django.conf import settings
from django.http import HttpRequest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils.html import escape

from childmaintenance.accounts.actions import sign_in_as
from childmaintenance.accounts.tests.people import catrin
from childmaintenance.foundation.language import in_language
from childmaintenance.guidance.organisations import organisations
from childmaintenance.journeys.shown import Shown
from childmaintenance.privacy import collecting
from childmaintenance.privacy.collecting import register, words_shown
from childmaintenance.privacy.notices import Kind, in_force

NEEDS_MORE = {"parents:contact-details:start", "parents:bank-details:start", "account_email", "separation:send"}
"""Opened only by somebody who has just shown who they are, or with a list in hand: below, and in the portals' own stories."""


def signed_in() -> Client:
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    request.session.create()
    sign_in_as(request, catrin())
    request.session.save()
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key
    return client


def simple_pages() -> list[str]:
    """Those with an address of their own, which somebody can open who has done nothing yet."""
    found = []
    for point in register().points:
        for name in point.shown:
            try:
                reverse(name)
            except NoReverseMatch:
                continue
            if name not in NEEDS_MORE:
                found.append(name)
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("said", ["en", "cy"])
@pytest.mark.parametrize("name", simple_pages())
def test_the_page_says_it_and_leads_to_the_notice(name, said):
    point = register().shown_on(name)
    client = signed_in() if name.startswith("parents:") else Client()
    with in_language(said):
        address = reverse(name)
    page = client.get(address, follow=True).content.decode()
    assert page.count(f'data-why="{point.key}"') == 1
    with in_language(said):
        for words in (point.why, point.told, point.never):
            assert str(escape(words)).replace("&#x27;", "&#39;") in page.replace("&#x27;", "&#39;")
    there = re.search(rf'href="(/(?:cy/)?privacy)#{point.section}"', page)
    assert there and f'id="{point.section}"' in client.get(there[1]).content.decode()
    assert there[1].startswith("/cy/") == (said == "cy")


@pytest.mark.django_db
def test_a_list_to_be_sent_says_it_too(client):
    key = next(iter(organisations())).key
    sent = client.post(reverse("separation:send"), {"organisation": key}, headers={"sec-fetch-site": "same-origin"})
    assert 'data-why="copy"' in sent.content.decode()


def test_there_are_pages_to_look_at():
    assert len(simple_pages()) >= 14


def test_what_was_shown_is_what_the_page_sent_back_if_that_can_be():
    notice, declaration = in_force(Kind.PRIVACY).number, in_force(Kind.DECLARATION).number
    now = Shown(notice, declaration)
    assert words_shown("apply", f"{notice}.{declaration}") == words_shown("apply", "") == now
    assert words_shown("apply", f"1.{declaration}").notice == 1
    assert words_shown("apply", f"{notice + 1}.{declaration}") == now, "nobody has read what is not written yet"
    assert words_shown("apply", "0.0") == words_shown("apply", "1.1.1; x") == now
    assert words_shown("pay-day", f"{notice}.{declaration}") == Shown(notice, None)


def test_a_declaration_is_asked_only_where_there_is_one():
    with in_language("cy"):
        assert collecting.declaration_of("apply").startswith("Drwy anfon hwn")
    with pytest.raises(KeyError):
        collecting.declaration_of("pay-day")
