"""One caller cannot keep the service from others, and is told how long to wait."""

import json
import threading

import pytest
from django.test import Client, RequestFactory

from childmaintenance.portals.developers.interface.examples import ASSESS
from childmaintenance.portals.developers.interface.limits import AT_ONCE, MOST_CALLERS, Allowance, everybody


def asked(address: str = "127.0.0.1") -> int:
    return Client(REMOTE_ADDR=address).get("/api/v1/rulebook").status_code


@pytest.fixture
def one_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """The allowance grows so slowly that a slow machine is refused as a quick one is."""
    monkeypatch.setattr(everybody, "each", 60.0)
    monkeypatch.setattr(everybody, "burst", AT_ONCE * 60.0)


@pytest.mark.usefixtures("one_a_minute")
def test_so_many_are_answered_at_once_and_the_next_one_waits() -> None:
    answers = [asked() for _ in range(AT_ONCE)]
    assert answers == [200] * AT_ONCE
    assert asked() == 429
    assert asked("192.0.2.7") == 200


def test_the_wait_is_told() -> None:
    one_a_minute = Allowance(a_minute=1, at_once=1)
    request = RequestFactory().get("/")
    assert one_a_minute.allow_request(request)
    assert not one_a_minute.allow_request(request)
    assert 55 < one_a_minute.wait() <= 60


@pytest.mark.usefixtures("one_a_minute")
def test_the_problem_says_when_to_come_back() -> None:
    for _ in range(AT_ONCE):
        asked()
    found = Client().post("/api/v1/assess", json.dumps(ASSESS), content_type="application/json")
    assert found["Content-Type"] == "application/problem+json"
    assert int(found["Retry-After"]) >= 1
    assert found.json()["status"] == 429


def test_a_household_of_many_addresses_is_one_caller() -> None:
    one = Allowance(a_minute=1, at_once=1)
    factory = RequestFactory()
    assert one.allow_request(factory.get("/", REMOTE_ADDR="2001:db8::1"))
    assert not one.allow_request(factory.get("/", REMOTE_ADDR="2001:db8::ffff:1"))
    assert one.allow_request(factory.get("/", REMOTE_ADDR="2001:db8:0:1::1"))


def test_no_address_is_kept() -> None:
    one = Allowance()
    one.allow_request(RequestFactory().get("/", REMOTE_ADDR="192.0.2.99"))
    assert "192.0.2.99" not in repr(vars(one))


def test_memory_does_not_grow_without_end() -> None:
    one = Allowance(a_minute=1, at_once=1)
    one._whole_at = {number.to_bytes(16, "big"): 1e12 for number in range(MOST_CALLERS)}
    assert one.allow_request(RequestFactory().get("/"))
    assert len(one._whole_at) == 1
    one._whole_at = {number.to_bytes(16, "big"): 0.0 if number else 1e12 for number in range(MOST_CALLERS)}
    assert one.allow_request(RequestFactory().get("/"))
    assert len(one._whole_at) == 2


def test_callers_at_the_same_moment_do_not_get_more() -> None:
    one = Allowance(a_minute=1, at_once=50)
    request = RequestFactory().get("/")
    allowed: list[bool] = []
    threads = [
        threading.Thread(target=lambda: allowed.extend(one.allow_request(request) for _ in range(25))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert allowed.count(True) == 50
    assert everybody is not one
