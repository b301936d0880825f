"""The web server is killed while an application is being sent: it is there once or not at all, and sent again it is the same."""

import http.cookiejar
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from childmaintenance.cases import queries as cases
from childmaintenance.journeys import queries as drafts
from childmaintenance.parties import queries as parties
from childmaintenance.portals.parents.journeys.apply import apply
from childmaintenance.portals.parents.tests.stories.family import CATRIN_APPLIES
from childmaintenance.portals.parents.tests.stories.walking import Walker
from tests.plugin.servers import free_port, start_process, stop, wait_until_answers

pytestmark = pytest.mark.slow
KILLS = 2
SENDING = 0.6
"""Seconds that sending takes at most here: the kill falls somewhere within."""


class Server:
    """A web server of this story's own, to be killed and started again."""

    def __init__(self, database: str, folder: Path) -> None:
        self.database, self.log = database, folder / "killed.log"
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        command = [
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "wsgi",
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
        ]
        command += ["--workers", "1", "--blocking-threads", "4", "--no-ws", "childmaintenance.config.wsgi:application"]
        self.process = start_process(command, self.database, self.log)
        wait_until_answers(f"{self.url}/health/live", self.process, self.log)

    def kill(self) -> None:
        """SIGKILL to it and all its workers: nothing is tidied up."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(10)


@pytest.fixture
def server(own_database: str, tmp_path: Path) -> Iterator[Server]:
    running = Server(own_database, tmp_path)
    running.start()
    yield running
    if running.process is not None:
        stop(running.process)


class Sender:
    """Catrin's browser, on Check your answers, talking to the real server."""

    def __init__(self, catrin: Walker, server: Server) -> None:
        self.server = server
        self.address = f"{catrin.draft}check-your-answers"
        cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
        held = "; ".join(f"{name}={one.value}" for name, one in catrin.client.cookies.items())
        self.opener.addheaders = [("Cookie", held), ("Referer", server.url)]

    def send(self) -> str:
        """Open the page, press the button, follow to the end; the reference there, or nothing when the server died."""
        try:
            page = self.opener.open(self.server.url + self.address, timeout=30)
            text = page.read().decode()
            if "/sent" not in page.geturl():
                token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text)
                assert token, text[:500]
                form = urllib.parse.urlencode({"csrfmiddlewaretoken": token[1]}).encode()
                text = self.opener.open(self.server.url + self.address, form, timeout=30).read().decode()
        except (OSError, http.client.HTTPException):
            return ""
        found = re.search(r"<strong>(C-[0-9A-Z-]+)</strong>", text)
        assert found, text[:2000]
        return found[1]


def test_whenever_the_server_is_killed_there_is_one_application_or_none(server: Server):
    when = random.Random(20260501)
    whole, none = 0, 0
    for kill in range(KILLS):
        catrin = Walker(f"Catrin{kill}").begin("/apply/").fill_in(apply, CATRIN_APPLIES)
        sender = Sender(catrin, server)
        told: list[str] = []
        sending = threading.Thread(target=lambda told=told, sender=sender: told.append(sender.send()))
        sending.start()
        time.sleep(when.uniform(0, SENDING))
        server.kill()
        sending.join(60)
        server.start()

        there, unfinished = cases_of(catrin.account), drafts.open_drafts(catrin.account)
        assert len(there) + len(unfinished) == 1, "the application, or its draft: never both, never neither"
        whole, none = whole + len(there), none + len(unfinished)
        if there:
            assert is_whole(there[0])
        first, second = sender.send(), sender.send()
        assert first == second != ""
        assert cases_of(catrin.account) == [first]
        assert told[0] in ("", first), "who was told a reference was told the one that lasts"
        assert is_whole(first)
    assert whole + none == KILLS


def cases_of(account: str) -> list[str]:
    person = parties.party_of_account(account)
    return [case.reference for case in cases.cases_of(person.reference)] if person else []


def is_whole(case: str) -> bool:
    """Children, facts, safety, bank details: everything that was sent is there."""
    record = cases.case(case)
    return (
        len(record.children) == 2
        and len(cases.facts(case)) >= 5
        and len(cases.safety(case)) == 1
        and parties.bank_account(record.receiving_parent) is not None
    )


def test_two_who_send_the_same_draft_at_the_same_moment_get_one_reference(server: Server):
    catrin = Walker("Catrin").begin("/apply/").fill_in(apply, CATRIN_APPLIES)
    told: list[str] = []
    senders: list[Callable[[], None]] = [lambda: told.append(Sender(catrin, server).send()) for _window in range(4)]
    threads = [threading.Thread(target=send) for send in senders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(told) == 4
    assert len(set(told)) == 1
    assert cases_of(catrin.account) == [told[0]]
