"""What happened is followed once: not if it was undone, not twice, and not lost when a worker is killed."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from subprocess import Popen

import pytest
from django.db import connection, transaction

from childmaintenance.foundation import outbox
from childmaintenance.foundation.models import OutboxEvent


class Undone(Exception):
    """Raised to undo a transaction."""


@pytest.fixture
def followed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[outbox.Event]]:
    """What was followed, in order."""
    seen: list[outbox.Event] = []
    monkeypatch.setattr(outbox, "_follow", seen.append)
    yield seen


@pytest.mark.django_db
def test_an_event_is_followed_once(followed: list[outbox.Event]) -> None:
    outbox.announce("DecisionMade", decision="D-1")
    assert outbox.waiting() == 1
    assert outbox.run_until_empty() == 1
    assert outbox.run_until_empty() == 0
    outbox.follow(OutboxEvent.objects.get().pk)
    assert [(event.name, event.references) for event in followed] == [("DecisionMade", {"decision": "D-1"})]
    assert outbox.waiting() == 0


@pytest.mark.django_db
def test_what_was_undone_is_not_told(followed: list[outbox.Event]) -> None:
    with pytest.raises(Undone), transaction.atomic():
        outbox.announce("DecisionMade", decision="D-1")
        raise Undone
    assert outbox.run_until_empty() == 0
    assert followed == []
    assert not OutboxEvent.objects.exists()


@pytest.mark.django_db
def test_what_follows_is_undone_with_its_mark_when_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(event: outbox.Event) -> None:
        outbox.announce("ShouldNotStay", case="C-1")
        raise Undone

    monkeypatch.setattr(outbox, "_follow", fail)
    outbox.announce("DecisionMade", decision="D-1")
    with pytest.raises(Undone):
        outbox.run_until_empty()
    assert [event.name for event in OutboxEvent.objects.filter(followed_at=None)] == ["DecisionMade"]


@pytest.mark.django_db
def test_one_event_may_bring_about_another(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def chain(event: outbox.Event) -> None:
        seen.append(event.name)
        if event.name == "First":
            outbox.announce("Second")

    monkeypatch.setattr(outbox, "_follow", chain)
    outbox.announce("First")
    assert outbox.run_until_empty() == 2
    assert seen == ["First", "Second"]


def test_telling_outside_a_transaction_is_refused(own_database: str) -> None:
    with pytest.raises(RuntimeError, match="inside the transaction"):
        outbox.announce("DecisionMade", decision="D-1")


def test_two_workers_with_the_same_event_follow_it_once(own_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def slowly(event: outbox.Event) -> None:
        time.sleep(0.2)
        seen.append(event.name)

    monkeypatch.setattr(outbox, "_follow", slowly)
    with transaction.atomic():
        outbox.announce("DecisionMade", decision="D-1")
    number = OutboxEvent.objects.get().pk

    def follow() -> None:
        outbox.follow(number)
        connection.close()

    threads = [threading.Thread(target=follow) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == ["DecisionMade"]


def test_a_killed_workers_job_is_taken_back_by_the_next(
    own_database: str, start_worker: Callable[..., Popen[bytes]]
) -> None:
    """A lock we hold keeps the job busy while its worker is killed."""
    with transaction.atomic():
        outbox.announce("StatementTaken", statement="S-1")  # nothing follows from it, but that it is marked as followed
    number = OutboxEvent.objects.get().pk
    with transaction.atomic():
        OutboxEvent.objects.select_for_update().get(pk=number)  # so the worker's job waits, in the middle
        first = start_worker()
        wait_until(lambda: jobs_in("doing") == 1)
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()
    assert jobs_in("doing") == 1
    second = start_worker("--stalled-after", "1")
    wait_until(lambda: outbox.waiting() == 0)
    wait_until(lambda: jobs_in("doing") + jobs_in("todo") == 0)
    assert second.poll() is None


def jobs_in(status: str) -> int:
    """How many jobs that follow an event the queue holds in that state; a worker also has some that come round each minute."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE task_name = %s AND status = %s::procrastinate_job_status",
            ["foundation.follow", status],
        )
        return int(cursor.fetchone()[0])


def wait_until(true: Callable[[], bool], seconds: float = 30) -> None:
    """Ask again until it is so."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it never became so"
        time.sleep(0.05)
