"""A working hour, somebody at the desk, and a browser that sends what browsers send."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from childmaintenance.chat.tests.conversations import RHIAN, WORKING, at_the_desk
from childmaintenance.foundation import clock

FROM_OUR_PAGE = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def working_hours() -> Iterator[None]:
    with clock.travel(WORKING):
        yield


@pytest.fixture
def rhian(db: None, working_hours: None) -> Any:
    """An agent at the desk."""
    return at_the_desk(RHIAN)


@pytest.fixture
def visitor(db: None) -> Client:
    return Client(headers=FROM_OUR_PAGE)


@pytest.fixture
def begin() -> Callable[..., str]:
    """Start a chat as a visitor; gives the address that it leads to."""

    def begin_one(client: Client, prefix: str = "", **said: str) -> str:
        sent = {"topic": "amount", "language": "en", "called": "", "words": "", **said}
        answer = client.post(f"{prefix}/chat", sent)
        assert answer.status_code == 302, answer.content.decode()
        return answer.headers["Location"]

    return begin_one
