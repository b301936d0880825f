"""Rhian and Tomos answer chats: taking, answering, quoting, handing on, ending; and what they may not see."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.test import Client

from childmaintenance.accounts.terms import Role
from childmaintenance.chat import actions, queries
from childmaintenance.chat.tests.conversations import WORKING, opened, says, version
from childmaintenance.foundation import clock
from childmaintenance.foundation.audit import trail
from childmaintenance.portals.casework.tests.stories.test_deciding import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def working_hours():
    with clock.travel(WORKING):
        yield


@pytest.fixture
def rhian(staff_client: Callable[..., Client]) -> Client:
    client = staff_client(Role.CASEWORKER)
    client.post("/casework/chats", {"name": "Rhian", "languages": ["en", "cy"]})
    return client


@pytest.fixture
def tomos(staff_client: Callable[..., Client]) -> Client:
    client = staff_client(Role.CASEWORKER, name="Tomos")
    client.post("/casework/chats", {"name": "Tomos", "languages": ["en"]})
    return client


def field(answer, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', answer.content.decode())[1]


def answer(client: Client, reference: str, words: str, **more):
    page = client.get(f"/casework/chats/{reference}")
    sent = {"text": words, "nonce": field(page, "nonce"), "version": field(page, "version"), **more}
    return client.post(f"/casework/chats/{reference}", sent, follow=True)


def give(client: Client, reference: str, way: str, **more):
    sent = {"version": version(reference), **more}
    return client.post(f"/casework/chats/{reference}/give/{way}", sent, follow=True)


def test_from_the_queue_to_the_end(rhian: Client):
    assert "Nobody waits" in text_of(rhian.get("/casework/chats"))
    chat = opened(words="How much <i>is</i> it?").reference
    assert "1 person waits" in text_of(rhian.get("/casework/chats"))
    taken = rhian.post("/casework/chats/next", follow=True)
    assert "&lt;i&gt;is&lt;/i&gt;" in taken.content.decode(), "a visitor's words are words"
    assert "It depends on income." in text_of(answer(rhian, chat, "It depends on income."))
    says(chat, "I see", "visitor-1")
    new = rhian.get(f"/casework/chats/{chat}/new?after=3").json()
    assert "I see" in new["lines"] and new["version"] == 5
    assert "The chat has ended." in text_of(give(rhian, chat, "end"))
    assert chat in text_of(rhian.get("/casework/chats/ended"))
    assert "I see" in text_of(rhian.get(f"/casework/chats/{chat}"))
    assert rhian.get(f"/casework/chats/{chat}/new").json()["over"]


def test_two_take_the_same_and_one_gets_it(rhian: Client, tomos: Client):
    chat = opened().reference
    assert rhian.post(f"/casework/chats/{chat}/take", {"version": "1"}).headers["Location"].endswith(chat)
    late = tomos.post(f"/casework/chats/{chat}/take", {"version": "1"}, follow=True)
    assert "somebody else was quicker" in text_of(late)
    assert "Nobody is waiting any more" in text_of(tomos.post("/casework/chats/next", follow=True))
    assert tomos.get(f"/casework/chats/{chat}").status_code == 404
    assert [line.about for line in trail(about=chat) if line.manner == "refused"] == [chat]


def test_an_answer_to_what_is_no_longer_last_stays_in_the_box(rhian: Client):
    chat = opened().reference
    rhian.post("/casework/chats/next")
    page = rhian.get(f"/casework/chats/{chat}")
    says(chat, "Wait, he is here", "visitor-1")
    sent = {"text": "Ring him now", "nonce": field(page, "nonce"), "version": field(page, "version")}
    stale = rhian.post(f"/casework/chats/{chat}", sent)
    assert stale.status_code == 409 and "Something was said meanwhile" in text_of(stale)
    assert "Ring him now</textarea>" in stale.content.decode()
    data = rhian.post(f"/casework/chats/{chat}", {**sent, "after": "1"}, headers={"accept": "application/json"})
    assert data.status_code == 409 and "Wait, he is here" in data.json()["lines"]


def test_our_guidance_is_quoted_with_its_source_in_the_language_of_the_chat(rhian: Client):
    chat = opened("cy").reference
    rhian.post("/casework/chats/next")
    found = rhian.post(f"/casework/chats/{chat}/find", {"words": "ffi casglu", "text": "half typed"})
    assert "half typed</textarea>" in found.content.decode()
    names = ("page", "anchor", "nonce", "version")
    part = re.search(r'<section class="ocm-found-passage".*?</section>', found.content.decode(), re.S)[0]
    sent = {name: re.search(rf'name="{name}" value="([^"]*)"', part)[1] for name in names}
    rhian.post(f"/casework/chats/{chat}/quote", sent)
    said = queries.messages(chat)[-1]
    assert said.source and said.address.startswith("/cy/") and len(said.text) > 40
    assert rhian.get(said.address).status_code == 200
    assert rhian.post(f"/casework/chats/{chat}/quote", {**sent, "page": "guide:no-such"}).status_code == 404
    assert "Nothing of our guidance" in text_of(rhian.post(f"/casework/chats/{chat}/find", {"words": "zxqv"}))


def test_only_our_own_pages_are_named(rhian: Client, settings):
    chat = opened().reference
    rhian.post("/casework/chats/next")
    assert "is not a page of ours" in text_of(answer(rhian, chat, "See https://example.org/x"))
    linked = answer(rhian, chat, f"See {settings.SITE_ADDRESS}/calculator/?x=<b>.")
    assert 'href="/calculator/?x="' in linked.content.decode() and "<b>" not in linked.content.decode()


def test_over_to_a_colleague_and_back_to_the_queue(rhian: Client, tomos: Client):
    chat = opened().reference
    rhian.post("/casework/chats/next")
    to = re.search(r'<option value="([^"]+)">Tomos', rhian.get(f"/casework/chats/{chat}").content.decode())[1]
    assert "Your colleague cannot take it now" in text_of(give(rhian, chat, "over", to="U-NO"))
    assert "Your colleague has the chat now" in text_of(give(rhian, chat, "over", to=to))
    assert give(rhian, chat, "end").status_code == 404, "it is not hers any more"
    assert "Tomos has taken over." in text_of(tomos.get(f"/casework/chats/{chat}"))
    assert "back in the queue" in text_of(give(tomos, chat, "back"))
    assert queries.place_in_queue(chat) == 1
    assert give(tomos, chat, "sideways").status_code == 404


def test_a_team_leader_may_read_and_put_back_and_it_is_written_down(rhian: Client, staff_client):
    lena = staff_client(Role.TEAM_LEADER, name="Lena")
    chat = opened(words="Private").reference
    assert lena.get(f"/casework/chats/{chat}").status_code == 404, "nobody reads the queue"
    rhian.post("/casework/chats/next")
    read = lena.get(f"/casework/chats/{chat}")
    assert "Private" in text_of(read) and 'name="text"' not in read.content.decode()
    assert [line.manner for line in trail(about=chat)][-1] == "read"
    assert "back in the queue" in text_of(give(lena, chat, "back"))
    rhian.post("/casework/chats/next")
    give(rhian, chat, "end")
    assert chat in text_of(lena.get("/casework/chats/ended"))


def test_an_agent_sees_no_ended_chat_of_another(rhian: Client, tomos: Client):
    chat = opened().reference
    rhian.post("/casework/chats/next")
    give(rhian, chat, "end")
    assert chat not in text_of(tomos.get("/casework/chats/ended"))
    assert tomos.get(f"/casework/chats/{chat}").status_code == 404


def test_at_the_desk_and_away(rhian: Client):
    assert "Select at least one language" in text_of(rhian.post("/casework/chats", {"name": "Rhian"}))
    rhian.post("/casework/chats/leave")
    opened_page = rhian.get("/casework/chats")
    assert "You are away from the desk" in text_of(opened_page)
    assert "You are away from the desk" in text_of(rhian.post("/casework/chats/next", follow=True))
    board = rhian.get("/casework/chats/now").json()
    assert board["mark"] in opened_page.content.decode() and "Nobody waits" in board["html"]


def test_a_lost_browser_is_shown(rhian: Client):
    chat = opened().reference
    rhian.post("/casework/chats/next")
    assert "Disconnected" not in text_of(rhian.get(f"/casework/chats/{chat}"))
    with clock.travel(WORKING + dt.timedelta(seconds=90)):
        assert "Disconnected" in text_of(rhian.get(f"/casework/chats/{chat}"))
        assert "Disconnected" in rhian.get("/casework/chats/now").json()["html"]
        actions.note_seen(chat)
        assert "Disconnected" not in rhian.get(f"/casework/chats/{chat}/new").json()["standing"]


def test_small_counts_are_not_told(rhian: Client):
    assert "Nothing yet" in text_of(rhian.get("/casework/chats/figures"))
    for _one in range(6):
        actions.end_as_visitor(reference=opened().reference)
    opened(opened_on="guides:ask")
    rows = text_of(rhian.get("/casework/chats/figures"))
    assert "4 March 2026 7 0 &lt;5 &lt;5 –" in rows, "who left would tell who did not"
    assert "guides:contact: 6" in rows and "guides:ask: &lt;5" in rows


@pytest.mark.parametrize("page", ["", "/ended", "/figures", "/now", "/W-0000-0000-0000-0"])
def test_it_is_for_those_who_answer(staff_client, page):
    assert staff_client(Role.PAYMENTS_OFFICER).get(f"/casework/chats{page}").status_code == 403
    assert Client().get(f"/casework/chats{page}").status_code == 302
