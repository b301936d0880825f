"""A visitor chats without JavaScript: forms, links and one cookie."""

import datetime as dt
import re
from collections.abc import Callable
from html import unescape

import pytest
from django.core import mail
from django.test import Client

from childmaintenance.chat import actions, queries
from childmaintenance.chat.tests.conversations import LONDON, RHIAN, TOMOS, WORKING, answers, at_the_desk, version
from childmaintenance.foundation import clock
from childmaintenance.foundation.audit import trail
from childmaintenance.foundation.outbox import run_until_empty

pytestmark = pytest.mark.django_db
Begin = Callable[..., str]


def text_of(answer) -> str:
    page = re.sub(r"<(script|style|head)\b.*?</\1>", " ", answer.content.decode(), flags=re.S)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


def field(answer, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', answer.content.decode())[1]


def send(client: Client, chat: str, words: str, **more: str):
    page = client.get(chat)
    sent = {"text": words, "nonce": field(page, "nonce"), "version": field(page, "version"), **more}
    return client.post(chat, sent)


def reference(chat: str) -> str:
    return chat.rpartition("/")[2]


def test_from_the_offer_to_the_end(visitor: Client, rhian, begin: Begin):
    page = visitor.get("/chat")
    assert not page.cookies, "nothing is kept before the click"
    assert "Before it, nothing of a chat is kept on your device" in text_of(page)
    answer = visitor.post("/chat", {"page": field(page, "page"), "topic": "amount", "language": "en", "called": "Al"})
    [cookie] = answer.cookies.values()
    assert (cookie.key, cookie["httponly"], cookie["samesite"], cookie["max-age"]) == ("chat", True, "Lax", 86_400)
    chat = answer.headers["Location"]
    assert "You are next." in text_of(visitor.get(chat))
    send(visitor, chat, "How much <b>is</b> it? https://evil.example")
    actions.take_next(by=RHIAN)
    answers(reference(chat), "That depends on income.", "agent-01")
    page = visitor.get(chat)
    assert "You are chatting with Rhian." in text_of(page) and "That depends on income." in text_of(page)
    said = page.content.decode()
    assert "&lt;b&gt;is&lt;/b&gt;" in said and 'href="https://evil' not in said
    ended = visitor.post(f"{chat}/end", follow=True)
    assert "The chat has ended" in text_of(ended) and "How much" in text_of(ended)
    assert visitor.cookies["chat"].value.startswith("e."), "the way back is not shown any more"
    assert visitor.post(f"{chat}/end").status_code == 302, "a second click finds it ended"


def test_it_works_in_welsh(visitor: Client, rhian, begin: Begin):
    at_the_desk(TOMOS, english=False, welsh=True)
    chat = begin(visitor, "/cy", language="cy", words="Faint yw’r swm?")
    assert chat.startswith("/cy/chat/W-")
    assert "Chi yw’r nesaf." in text_of(visitor.get(chat))
    actions.take_next(by=TOMOS)
    assert "Rydych yn sgwrsio â Tomos." in text_of(visitor.get(chat))


def test_nobody_who_speaks_welsh_is_there_and_it_is_said(visitor: Client, rhian, begin: Begin):
    assert "Nobody who chats in Welsh is here now" in text_of(visitor.get("/chat"))
    chat = begin(visitor, language="cy")
    page = visitor.get(chat)
    assert "Chat in English instead" in text_of(page)
    changed = visitor.post(f"{chat}/language", {"language": "en", "version": field(page, "version")}, follow=True)
    assert "This chat is now in English." in text_of(changed)
    assert queries.conversation(reference(chat)).language == "en"


@pytest.mark.parametrize("nonsense", [{"language": "fr"}, {}, {"language": "en", "version": "x"}])
def test_nonsense_about_the_language_changes_nothing(visitor: Client, rhian, begin: Begin, nonsense):
    chat = begin(visitor)
    assert visitor.post(f"{chat}/language", nonsense).status_code == 302
    assert queries.conversation(reference(chat)).version == 1


def test_two_clicks_on_start_are_one_chat(visitor: Client, rhian):
    page = visitor.get("/chat")
    sent = {"page": field(page, "page"), "topic": "amount", "language": "en"}
    impatient = Client(headers={"sec-fetch-site": "same-origin"})
    assert visitor.post("/chat", sent).headers["Location"] == impatient.post("/chat", sent).headers["Location"]
    assert len(queries.waiting()) == 1
    assert visitor.get("/chat").headers["Location"].startswith("/chat/W-"), "whoever has a chat is led to it"


def test_the_page_it_was_opened_on_is_known_by_name_alone(visitor: Client, rhian):
    page = visitor.get("/chat", headers={"referer": "http://testserver/cy/guides/fees?x=1"})
    chat = visitor.post("/chat", {"page": field(page, "page"), "topic": "amount", "language": "en"}).headers["Location"]
    assert queries.conversation(reference(chat)).opened_on == "guides:guide fees"
    forged = Client(headers={"sec-fetch-site": "same-origin"})
    other = forged.post("/chat", {"page": "forged", "topic": "amount", "language": "en"}).headers["Location"]
    assert queries.conversation(reference(other)).opened_on == ""


def test_a_second_click_says_it_once(visitor: Client, rhian, begin: Begin):
    chat = begin(visitor)
    sent = {"text": "Hello", "nonce": "abcdef012345", "version": "1"}
    assert visitor.post(chat, sent).status_code == visitor.post(chat, sent).status_code == 302
    assert queries.conversation(reference(chat)).last == 1


def test_a_page_that_waits_gets_what_is_new(visitor: Client, rhian, begin: Begin):
    chat = begin(visitor, words="Hello")
    actions.take_next(by=RHIAN)
    answers(reference(chat), "Hello <you>", "agent-01")
    new = visitor.get(f"{chat}/new?after=1").json()
    assert new["last"] == 3 and new["version"] == 4 and not new["over"]
    assert (
        "Hello &lt;you&gt;" in new["lines"]
        and "Rhian has joined." in new["lines"]
        and 'id="line-1"' not in new["lines"]
    )
    sent = {"text": "Good", "nonce": "abcdef012345", "version": "4", "after": "3"}
    answer = visitor.post(chat, sent, headers={"accept": "application/json", "sec-fetch-site": "same-origin"})
    assert "Good" in answer.json()["lines"] and answer.json()["nonce"] != "abcdef012345"
    assert visitor.get(f"{chat}/new?after=99999999999").json()["lines"].strip().startswith("<li"), "read as nought"


def test_words_from_a_page_that_is_no_longer_true_stay_in_the_box(visitor: Client, rhian, begin: Begin):
    at_the_desk(TOMOS)
    chat = begin(visitor)
    actions.take_next(by=RHIAN)
    page = visitor.get(chat)
    actions.hand_over(reference=reference(chat), version=version(reference(chat)), to=TOMOS.reference, by=RHIAN)
    old = {"text": "For Rhian", "nonce": field(page, "nonce"), "version": field(page, "version")}
    refused = visitor.post(chat, old)
    assert refused.status_code == 409 and "Somebody else is answering you now" in text_of(refused)
    assert "For Rhian</textarea>" in refused.content.decode()
    actions.end_as_agent(reference=reference(chat), version=version(reference(chat)), by=TOMOS)
    late = visitor.post(chat, {**old, "text": "Too late"})
    assert late.status_code == 409 and "This was not sent: Too late" in text_of(late)


@pytest.mark.parametrize(("words", "said"), [("", "Type a message"), ("x" * 1001, "1000 characters or fewer")])
def test_a_message_that_cannot_be_sent_says_why(visitor: Client, rhian, begin: Begin, words, said):
    chat = begin(visitor)
    refused = send(visitor, chat, words)
    assert refused.status_code == 422 and said in text_of(refused)


def test_outside_the_hours_it_says_when_and_keeps_nothing(visitor: Client, rhian):
    with clock.travel(dt.datetime(2026, 3, 7, 11, 0, tzinfo=LONDON)):
        page = visitor.get("/chat")
        assert (
            "It opens on Monday 9 March 2026 at 9am." in text_of(page) and 'name="topic"' not in page.content.decode()
        )
        sent = visitor.post("/chat", {"topic": "amount", "language": "en", "words": "Long and careful"})
        assert "Long and careful" in text_of(sent) and not sent.cookies
        assert "Mae’n agor ddydd Llun 9 Mawrth 2026 am 9 y bore" in text_of(visitor.get("/cy/chat"))
        assert "It opens on Monday" in text_of(visitor.get("/contact"))


def test_the_key_of_another_chat_does_not_open_it_and_is_written_down(visitor: Client, rhian, begin: Begin):
    mine = begin(visitor)
    other = Client(headers={"sec-fetch-site": "same-origin"})
    theirs = begin(other)
    for way in ("", "/new", "/save", "/send"):
        assert visitor.get(f"{theirs}{way}").status_code == 404
    for way in ("", "/end", "/language", "/send"):
        assert visitor.post(f"{theirs}{way}", {"text": "x"}).status_code == 404
    assert {line.why for line in trail(about=reference(theirs))} == {"the key of another chat"}
    assert trail(about=reference(theirs))[0].actor == reference(mine)
    wrong = Client(headers={"sec-fetch-site": "same-origin"})
    wrong.cookies["chat"] = "o." + "x" * 43
    assert wrong.get(theirs).status_code == Client().get(theirs).status_code == 404
    for _try in range(40):
        Client().get(theirs)
    assert len(trail(about=reference(theirs))) <= 20, "nobody can fill the audit"
    assert Client().get("/chat/not-a-reference").status_code == 404


def test_a_key_is_good_for_a_day(visitor: Client, rhian, begin: Begin):
    chat = begin(visitor)
    with clock.travel(WORKING + dt.timedelta(hours=24)):
        assert visitor.get(chat).status_code == 404


def test_what_another_site_sends_is_refused(rhian, begin: Begin):
    stranger = Client(headers={"sec-fetch-site": "cross-site"})
    assert stranger.post("/chat", {"topic": "amount", "language": "en"}).status_code == 403
    assert queries.waiting() == []


def test_a_flood_is_asked_to_wait(rhian, begin: Begin):
    for number in range(13):
        client = Client(headers={"sec-fetch-site": "same-origin"})
        sent = client.post("/chat", {"topic": "amount", "language": "en"})
        assert sent.status_code == (302 if number < 12 else 429)
    assert len(queries.waiting()) == 12


def test_what_was_said_can_be_kept_and_is_sent_only_when_asked(visitor: Client, rhian, begin: Begin):
    chat = begin(visitor, words="How much?", called="Al")
    actions.take_next(by=RHIAN)
    answers(reference(chat), "It depends.", "agent-01")
    visitor.post(f"{chat}/end")
    kept = visitor.get(f"{chat}/save")
    assert kept.headers["Content-Disposition"] == 'attachment; filename="ocm-2026-03-04.txt"'
    assert "10:30  You: How much?\r\n10:30  Rhian has joined.\r\n10:30  Rhian: It depends." in kept.content.decode()
    run_until_empty()
    assert mail.outbox == []
    assert "Enter your e-mail address" in text_of(visitor.post(f"{chat}/send", {"to": ""}))
    assert "Look in your e-mail" in text_of(visitor.post(f"{chat}/send", {"to": "al@example.org"}))
    run_until_empty()
    [sent] = mail.outbox
    assert sent.to == ["al@example.org"] and "chat" not in (sent.subject + sent.body).lower()
    assert sent.attachments[0][1].startswith(b"%PDF")


def test_leaving_in_a_hurry_ends_it(visitor: Client, rhian, begin: Begin):
    chat = begin(visitor)
    for _twice in range(2):
        assert visitor.get("/leave").status_code == 302
    assert queries.conversation(reference(chat)).state == "ended"


def test_other_pages_lead_back_to_it_and_stay_kept(visitor: Client, rhian, begin: Begin):
    assert "Go back to your chat" not in text_of(visitor.get("/guides/fees"))
    chat = begin(visitor)
    first, again = visitor.get("/guides/fees"), visitor.get("/guides/fees")
    assert "Go back to your chat" in text_of(first) and first.headers["ETag"] == again.headers["ETag"]
    assert "Go back to your chat" not in text_of(Client().get("/guides/fees"))
    assert "Go back to your chat" not in text_of(visitor.get(chat))
    assert (
        reference(chat) not in first.content.decode()
        and visitor.cookies["chat"].value[2:] not in first.content.decode()
    )


def test_the_refresh_can_be_stopped(visitor: Client, rhian, begin: Begin):
    chat = begin(visitor)
    assert 'http-equiv="refresh"' in visitor.get(chat).content.decode()
    assert 'http-equiv="refresh"' not in visitor.get(f"{chat}?refresh=off").content.decode()
    actions.take_next(by=RHIAN)
    assert 'http-equiv="refresh"' not in visitor.get(chat).content.decode(), "it would take away what is being typed"


def test_what_was_asked_goes_along_only_when_ticked(visitor: Client, rhian):
    asked = visitor.post("/ask", {"question": "zxqv wobble frumious"})
    assert 'type="checkbox" value="zxqv wobble frumious"' in asked.content.decode()
    assert "checked" not in re.search(r'<input[^>]*id="carry-question"[^>]*>', asked.content.decode())[0]
    carried = visitor.post("/chat/with-a-question", {"question": "zxqv <wobble>"})
    assert "zxqv &lt;wobble&gt;</textarea>" in carried.content.decode() and not carried.cookies
    assert "</textarea>" in visitor.post("/chat/with-a-question").content.decode()
    assert queries.waiting() == []
