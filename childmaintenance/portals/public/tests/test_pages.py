"""Pages for everybody: there for everyone, the same for everyone, and leaving them leaves nothing behind."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import get_resolver

from childmaintenance.accounts.actions import open_account
from childmaintenance.foundation.actor import Actor

pytestmark = pytest.mark.django_db
WORDS = ["/", "/accessibility", "/privacy", "/cookies", "/staying-safe"]


@pytest.mark.parametrize("address", WORDS)
@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_everybody_may_read_them_and_they_set_nothing(client, address, prefix):
    answer = client.get(prefix + address)
    assert answer.status_code == 200
    assert not answer.cookies


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_a_page_that_is_not_there_says_so_in_the_readers_language(client, prefix):
    answer = client.get(f"{prefix}/not/here")
    assert answer.status_code == 404
    assert ("Heb ddod o hyd" if prefix else "Page not found") in answer.content.decode()


def test_the_pages_for_errors_are_ours():
    resolver = get_resolver()
    for status in (400, 403, 404, 500):
        assert resolver.resolve_error_handler(status).__module__ == "childmaintenance.portals.public.errors"


def test_the_page_for_a_broken_service_asks_the_database_nothing(rf, django_assert_num_queries):
    from childmaintenance.portals.public.errors import broken

    with django_assert_num_queries(0):
        answer = broken(rf.get("/"))
    assert answer.status_code == 500
    assert "there is a problem with the service" in answer.content.decode()


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_leaving_signs_out_first_and_then_goes_somewhere_harmless(prefix):
    client = Client()
    account = open_account(
        email="anna@example.com", password="a long enough secret", name="Anna", language="en", by=Actor.system("test")
    )
    from django.contrib.auth import get_user_model

    client.force_login(get_user_model().objects.get(reference=account))
    assert SESSION_KEY in client.session
    answer = client.get(f"{prefix}/leave")
    assert answer.status_code == 302
    assert answer["Location"] == "https://www.bbc.co.uk/weather"
    assert "no-store" in answer["Cache-Control"]
    assert "cache" in answer["Clear-Site-Data"]
    assert SESSION_KEY not in client.session


def test_leaving_works_for_whoever_was_not_signed_in(client):
    assert client.get("/leave").status_code == 302
