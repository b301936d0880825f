"""The web server dies while a message is being sent: nothing of it is there, and sent again it is said once."""

import os
import signal
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from childmaintenance.chat import queries
from childmaintenance.chat.changing import locked
from childmaintenance.chat.tests.conversations import at_the_desk
from tests.plugin.servers import ALWAYS, GRANIAN, free_port, start_process, stop, wait_until_answers

pytestmark = pytest.mark.slow
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"


def test_killed_in_the_middle_of_a_message(own_database: str, tmp_path: Path, settings: Any) -> None:
    settings.CHAT_DESK = str(ALWAYS)
    at_the_desk()
    visitor = Client(headers={"sec-fetch-site": "same-origin"})
    chat = visitor.post("/chat", {"topic": "amount", "language": "en"}).headers["Location"]
    reference = chat.rpartition("/")[2]
    sent = {"text": "Are you there?", "nonce": "the-same-nonce", "version": "1"}
    port, log = free_port(), tmp_path / "killed.log"
    command = [*GRANIAN, "--port", str(port)]
    server = start_process([*command, "childmaintenance.config.wsgi:application"], own_database, log)
    try:
        wait_until_answers(f"http://127.0.0.1:{port}/health/live", server, log)
        answers: list[str] = []
        sending = threading.Thread(
            target=lambda: answers.append(post(f"http://127.0.0.1:{port}{chat}", sent, visitor.cookies["chat"].value))
        )
        with transaction.atomic():
            locked(reference)  # the server waits for this with the message in its hands
            sending.start()
            until = time.monotonic() + 20
            while not somebody_waits() and time.monotonic() < until:
                time.sleep(0.02)
            assert somebody_waits()
            os.killpg(server.pid, signal.SIGKILL)
            sending.join(20)
    finally:
        stop(server)
    assert answers == ["lost"]
    assert queries.conversation(reference).version == 1 and queries.messages(reference) == ()
    for _again in range(2):
        assert visitor.post(chat, sent).status_code == 302
    assert [one.text for one in queries.messages(reference)] == ["Are you there?"]


def post(address: str, sent: dict[str, str], key: str) -> str:
    headers = {"Cookie": f"chat={key}", "Sec-Fetch-Site": "same-origin"}
    request = urllib.request.Request(address, urllib.parse.urlencode(sent).encode(), headers)  # noqa: S310 -- our own
    try:
        return urllib.request.urlopen(request, timeout=30).read().decode()  # noqa: S310
    except (OSError, HTTPException):
        return "lost"


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")  # else what is seen stays the same until the transaction ends
        cursor.execute(WAITING)
        return cursor.fetchone()[0] > 0
