"""Needs in, a tailored list out, through the front door; and nothing of it stays anywhere."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.http import HttpRequest
from django.test import Client

from childmaintenance.accounts import actions as accounts
from childmaintenance.correspondence.tests.reading_pdf import smallest_type
from childmaintenance.foundation import outbox
from childmaintenance.foundation.actor import Actor
from childmaintenance.guidance import organisations as kept
from childmaintenance.guidance.organisations import organisations

pytestmark = pytest.mark.django_db
OURS = {"sec-fetch-site": "same-origin"}
ASKED = {"nation": "wales", "topics": ["relationships", "money"], "circumstances": ["unsafe"]}
PICKED = {"organisation": ["live_fear_free", "moneyhelper"]}


def send(client: Client, address: str, said: dict[str, Any]) -> Any:
    return client.post(address, said, headers=OURS)


def rows() -> dict[str, int]:
    """How many rows each table has."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
            " AND has_table_privilege(oid, 'SELECT') AND relname <> 'accounts_formcount'"
        )
        found = {}
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            found[table] = cursor.fetchone()[0]
    assert "accounts_session" in found
    return found


@pytest.mark.parametrize("prefix", ["", "/cy"])
@pytest.mark.parametrize("address", ["/separation", "/separation/everybody", "/separation/your-list"])
def test_everybody_may_read_it_without_a_cookie(client: Client, prefix: str, address: str) -> None:
    answer = client.get(prefix + address)
    page = answer.content.decode()
    assert answer.status_code == 200 and not answer.cookies
    assert page.count("<h1") == 1
    assert "govuk-exit-this-page" in page and "999" in page


def test_the_list_is_for_what_was_asked_and_leaves_nothing_behind(client: Client) -> None:
    client.get("/separation")
    before = rows()
    answer = send(client, "/separation/people", ASKED)
    page = answer.content.decode()
    assert page.index("Live Fear Free") < page.index("Men’s Advice Line") < page.index("MoneyHelper")
    assert "National Family Mediation" not in page and "Shelter Cymru" not in page
    assert "We have left out people who bring both parents together" in page
    assert not answer.cookies and "no-store" in answer["Cache-Control"]
    assert rows() == before, "nothing that ties anybody to a topic is kept"


def test_the_address_cannot_ask(client: Client) -> None:
    assert client.get("/separation/people?topics=relationships")["Location"] == "/separation"


def test_welsh_names_and_a_careful_word_in_welsh(client: Client) -> None:
    page = send(client, "/cy/separation/people", ASKED).content.decode()
    assert "Byw Heb Ofn" in page and "HelpwrArian" in page and "Rydym wedi hepgor" in page


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_nothing_ticked_is_a_mistake_with_a_way_to_mend_it(client: Client, prefix: str) -> None:
    page = send(client, f"{prefix}/separation/people", {}).content.decode()
    assert re.findall(r'href="#([a-z_]+)[^"]*">[^<]*', page[page.index("error-summary") : page.index("<h1")]) == [
        "id_nation",
        "id_topics",
    ]


def test_no_number_stands_beside_who_was_not_checked(client: Client) -> None:
    page = client.get("/separation/everybody").content.decode()
    shown = {number.replace(" ", "") for number in re.findall(r'href="tel:([^"]+)"', page)}
    assert shown == {one.number.replace(" ", "") for one in organisations() if one.number}
    for one in organisations():
        assert one.name.replace("&", "&amp;") in page


def test_a_list_is_kept_only_when_asked_and_forgotten_when_asked(client: Client) -> None:
    page = send(client, "/separation/your-list", PICKED)
    assert "Live Fear Free" in page.content.decode() and not page.cookies
    assert "There is nobody on your list" in client.get("/separation/your-list").content.decode()
    assert send(client, "/separation/your-list", PICKED | {"keep": "yes"}).status_code == 302
    assert "Live Fear Free" in client.get("/separation/your-list").content.decode()
    assert "See your list" in client.get("/separation").content.decode()
    send(client, "/separation/your-list", {"forget": "yes"})
    assert "There is nobody on your list" in client.get("/separation/your-list").content.decode()


def test_leaving_in_a_hurry_forgets_a_kept_list(client: Client) -> None:
    send(client, "/separation/your-list", PICKED | {"keep": "yes"})
    client.get("/leave")
    assert "There is nobody on your list" in client.get("/separation/your-list").content.decode()


def test_a_list_is_never_kept_for_an_account(settings: Any) -> None:
    story = Actor.system("story")
    account = accounts.open_account(
        email="nia@example.org", password="seven calm herons", name="Nia", language="en", by=story
    )
    client = Client()
    request = HttpRequest()
    request.session = client.session
    accounts.sign_in_as(request, account)
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key
    page = send(client, "/separation/your-list", PICKED | {"keep": "yes"}).content.decode()
    assert "you are signed in" in page.lower() and "Live Fear Free" in page
    assert "There is nobody on your list" in client.get("/separation/your-list").content.decode()


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_list_on_paper(client: Client, prefix: str) -> None:
    answer = send(client, f"{prefix}/separation/your-list/paper", PICKED)
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")
    assert "separation" not in answer["Content-Disposition"] and "list" not in answer["Content-Disposition"]


def test_the_list_by_e_mail_says_nothing_outside_its_file(client: Client) -> None:
    form = send(client, "/separation/your-list/send", PICKED).content.decode()
    assert 'name="to"' in form and 'value="live_fear_free"' in form
    answer = send(client, "/separation/your-list/send", PICKED | {"to": "me@example.org"})
    assert "Look in your e-mail" in answer.content.decode()
    outbox.run_until_empty()
    (sent,) = mail.outbox
    assert sent.to == ["me@example.org"]
    assert not re.search("fear|abuse|separat|help", sent.subject + sent.body, re.IGNORECASE)
    assert rows()["correspondence_copytosend"] == 0


def test_a_fourth_copy_to_one_address_is_not_sent_and_nobody_is_told(client: Client) -> None:
    for _ in range(4):
        answer = send(client, "/separation/your-list/send", PICKED | {"to": "me@example.org"})
        assert "Look in your e-mail" in answer.content.decode()
    outbox.run_until_empty()
    assert len(mail.outbox) == 3


def test_another_site_cannot_send_the_forms(client: Client) -> None:
    for address in ("people", "your-list", "your-list/paper", "your-list/send"):
        answer = client.post(f"/separation/{address}", ASKED, headers={"sec-fetch-site": "cross-site"})
        assert answer.status_code == 403


MARK = """
[[organisation.marks]]
name = { en = "A mark of two hands", cy = "Marc y ddwy law" }
given_by = { en = "The Guild of Hands", cy = "Urdd y Dwylo" }
seen_at = "https://hands.example/register"
seen_on = 2026-11-20
"""


@pytest.fixture
def marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The list as it would be if one of us had seen a mark: the first organisation of the first topic holds it."""
    for file in kept.KEPT_IN.glob("*.toml"):
        words = file.read_text(encoding="utf-8")
        if file.name == "children.toml":
            before, first, *others = words.split("[[organisation]]")
            words = "[[organisation]]".join([before, first.rstrip() + "\n" + MARK + "\n", *others])
        (tmp_path / file.name).write_text(words, encoding="utf-8")
    forget = (kept._files.cache_clear, kept._kept.cache_clear)
    monkeypatch.setattr(kept, "KEPT_IN", tmp_path)
    for each in forget:
        each()
    yield
    monkeypatch.undo()
    for each in forget:
        each()


@pytest.mark.parametrize(
    ("prefix", "says"),
    [
        ("", ("A mark of two hands", "Given by The Guild of Hands.", "Seen on 20 November 2026")),
        ("/cy", ("Marc y ddwy law", "Rhoddwyd gan Urdd y Dwylo.", "Gwelwyd ar 20 Tachwedd 2026")),
    ],
)
def test_a_mark_that_was_seen_stands_on_its_organisation(client: Client, marked: None, prefix: str, says: Any) -> None:
    for address in ("everybody", "where-from"):
        page = client.get(f"{prefix}/separation/{address}?afresh=1").content.decode()
        assert all(words in page for words in says)
        assert page.count('href="https://hands.example/register"') == 1


@pytest.mark.parametrize(
    ("prefix", "says"), [("", "So far we have seen no mark"), ("/cy", "nid ydym wedi gweld marc gan neb")]
)
def test_no_mark_is_shown_that_nobody_has_seen(client: Client, prefix: str, says: str) -> None:
    assert not any(one.marks for one in organisations()), "a mark needs a published source in the facts"
    page = client.get(f"{prefix}/separation/where-from").content.decode()
    assert says in page and "Help and Support for Separated Families" in page and page.count("<h1") == 1
    assert f'href="{prefix}/separation/where-from"' in client.get(f"{prefix}/separation").content.decode()


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_list_comes_in_large_print(client: Client, prefix: str) -> None:
    large = send(client, f"{prefix}/separation/your-list/paper", PICKED | {"large": "yes"})
    ordinary = send(client, f"{prefix}/separation/your-list/paper", PICKED)
    assert large["Content-Disposition"].endswith('-large.pdf"')
    assert smallest_type(large.content) >= 16 > smallest_type(ordinary.content)


def test_the_widget_does_not_ask_whether_somebody_is_safe_so_it_names_no_mediator(client: Client) -> None:
    for topic in ("relationships", "legal", "children"):
        page = send(client, "/separation/widget", {"topic": topic, "nation": "england"}).content.decode()
        for one in organisations():
            assert not (one.needs_both_parents and f'href="{one.website}"' in page), one.key
