"""Anybody may say what they think, about any page, without cookies, and take it back."""

import pytest
from django.apps import apps
from django.test import Client

pytestmark = pytest.mark.django_db
Opinion = apps.get_model("statistics", "Opinion")  # what is really stored, seen from outside its room
FormCount = apps.get_model("accounts", "FormCount")
HERE = "http://testserver"
OURS = {"sec-fetch-site": "same-origin"}


def send(client: Client, address: str = "/feedback", **answers):
    return client.post(address, answers, headers=OURS)


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_every_page_leads_to_it_and_it_knows_which_page_that_was(client, prefix):
    assert f'href="{prefix}/feedback"' in client.get(f"{prefix}/staying-safe").content.decode()
    page = client.get(f"{prefix}/feedback", headers={"referer": f"{HERE}{prefix}/staying-safe?x=1"}).content.decode()
    assert 'name="page" value="safety"' in page


def test_a_page_elsewhere_is_not_named(client):
    page = client.get("/feedback", headers={"referer": "https://evil.example/staying-safe"}).content.decode()
    assert 'name="page" value=""' in page


def test_it_is_kept_without_anybody_in_it_and_can_be_taken_back():
    answer = send(Client(), page="safety", score="2", words="I was lost. Ring me on 07700 900123")
    assert answer.status_code == 302 and not answer.cookies
    kept = Opinion.objects.get()
    assert (kept.page, kept.about, kept.score, kept.words) == ("safety", "page", 2, "I was lost. Ring me on […]")
    thanks = Client().get(answer["Location"]).content.decode()
    assert kept.reference in thanks
    gone = send(Client(), answer["Location"])
    assert "It is deleted" in gone.content.decode() and not Opinion.objects.exists()


def test_the_end_of_a_journey_asks_about_the_whole_of_it(client):
    send(client, "/feedback/journey", page="parents:apply:done", score="5")
    assert Opinion.objects.get().about == "journey"


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_nothing_said_is_a_mistake_with_a_way_to_mend_it(client, prefix):
    page = send(client, f"{prefix}/feedback", page="safety").content.decode()
    assert 'href="#id_score"' in page and 'name="page" value="safety"' in page
    assert not Opinion.objects.exists()


def test_it_does_not_take_what_no_page_sends(client):
    send(client, page="<script>alert(1)</script>", score="4")
    kept = Opinion.objects.get()
    assert (kept.page, kept.about) == ("", "service")
    assert send(client, score="9").status_code == 200
    assert client.post("/feedback", {"score": "1"}, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert Opinion.objects.count() == 1


def test_a_flood_is_asked_to_wait(client):
    for _ in range(60):
        assert send(client, score="1").status_code == 302
    answer = send(client, score="1")
    assert answer.status_code == 429 and answer["Retry-After"]
    assert Opinion.objects.count() == 60
    assert "127.0.0.1" not in repr(list(FormCount.objects.values()))


def test_it_cannot_be_joined_to_a_case_or_an_account():
    names = {field.name for field in Opinion._meta.get_fields()}
    assert names == {"id", "reference", "day", "about", "page", "language", "score", "words"}
    assert not any(field.is_relation for field in Opinion._meta.get_fields())
