"""Asks addresses whether they answer: HEAD first, then GET; slowly, and of one host never two at once.

A redirect is followed only within one site. Elsewhere is for a person to judge, and no answer from outside sends us inside.
"""

import asyncio
import socket
import ssl
from collections import defaultdict
from collections.abc import Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Final
from urllib.parse import urljoin, urlsplit

import httpx

from childmaintenance.guidance.links.terms import UNREACHED, Answer, Outcome

SECONDS: Final = 20.0
"""For one question and all that comes of it."""
PAUSE: Final = 2.0
"""Between two questions to one host."""
HOSTS_AT_ONCE: Final = 6
TRIED_FIRST: Final = 3
"""Hosts. If none of them is reached, there is no network and the others are not asked."""
MOST_REDIRECTS: Final = 5
GONE: Final = (404, 410)
FOR_PEOPLE_ONLY: Final = (401, 403, 405, 406, 418, 429, 451, 999)


class NoNetwork(Exception):
    """This machine reaches nobody, so nothing can be said of any address."""


def ask(addresses: Iterable[str], *, calling_us: str, seconds: float = SECONDS, pause: float = PAUSE) -> list[Answer]:
    """How each address answers. `calling_us` is told to each host, so that it knows who asks. Raises NoNetwork."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        by_host[urlsplit(address).hostname or ""].append(address)
    with ThreadPoolExecutor(1) as elsewhere:  # a thread without a loop of its own: a browser's test leaves one in ours
        return elsewhere.submit(asyncio.run, _all(list(by_host.values()), calling_us, seconds, pause)).result()


async def _all(hosts: list[list[str]], calling_us: str, seconds: float, pause: float) -> list[Answer]:
    headers = {"User-Agent": calling_us, "Accept": "text/html,*/*;q=0.5"}
    turns = asyncio.Semaphore(HOSTS_AT_ONCE)
    async with httpx.AsyncClient(headers=headers, timeout=seconds, follow_redirects=False) as client:

        async def one_host(addresses: list[str]) -> list[Answer]:
            found = []
            async with turns:
                for place, address in enumerate(addresses):
                    if place:
                        await asyncio.sleep(pause)
                    found.append(await _one(client, address, seconds))
            return found

        first = await asyncio.gather(*map(one_host, hosts[:TRIED_FIRST]))
        if first and all(answer.outcome in UNREACHED for each in first for answer in each):
            raise NoNetwork
        rest = await asyncio.gather(*map(one_host, hosts[TRIED_FIRST:]))
    return [answer for each in (*first, *rest) for answer in each]


async def _one(client: httpx.AsyncClient, address: str, seconds: float) -> Answer:
    try:
        async with asyncio.timeout(seconds):
            return await _followed(client, address)
    except (TimeoutError, httpx.TimeoutException):
        return Answer(address=address, outcome=Outcome.SLOW)
    except (httpx.ConnectError, httpx.ProxyError) as failed:
        return Answer(address=address, outcome=_why(failed))
    except (httpx.HTTPError, httpx.InvalidURL, ValueError):
        return Answer(address=address, outcome=Outcome.NONSENSE)


async def _followed(client: httpx.AsyncClient, address: str) -> Answer:
    at = address
    for _step in range(MOST_REDIRECTS):
        response = await _heard(client, at)
        if not (response.is_redirect and response.headers.get("Location")):
            return Answer(address=address, outcome=_meaning(response.status_code), detail=_number(response.status_code))
        there = urljoin(at, response.headers["Location"])
        if not is_one_site(at, there):
            host = (urlsplit(there).hostname or "")[:120]
            return Answer(address=address, outcome=Outcome.ELSEWHERE, detail=host)
        at = there
    return Answer(address=address, outcome=Outcome.NONSENSE)


async def _heard(client: httpx.AsyncClient, at: str) -> httpx.Response:
    """The head of an answer. Some sites know no HEAD or answer it wrongly, so what is not well is asked for once more in full."""
    try:
        response = await client.head(at)
        if response.status_code < 400:
            return response
    except httpx.RemoteProtocolError:
        pass
    async with client.stream("GET", at) as response:  # of the page itself nothing is read
        return response


def is_one_site(one: str, other: str) -> bool:
    """Whether a redirect stays at home: the same host on the same port, with or without a name such as www before it."""
    here, there = urlsplit(one), urlsplit(other)
    if there.scheme not in ("http", "https") or not (here.hostname and there.hostname):
        return False
    if here.hostname == there.hostname:
        return here.port == there.port or {here.port, there.port} <= {None, 80, 443}
    ours = {here.port, there.port} <= {None, 80, 443} and not _is_number(there.hostname)
    return ours and _below(here.hostname, there.hostname)


def _below(one: str, other: str) -> bool:
    one, other = one.removeprefix("www."), other.removeprefix("www.")
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def _is_number(host: str) -> bool:
    return ":" in host or host.replace(".", "").isdigit()


def _meaning(status: int) -> Outcome:
    if status < 300:
        return Outcome.WELL
    if status in GONE:
        return Outcome.GONE
    return Outcome.REFUSED if status in FOR_PEOPLE_ONLY else Outcome.FAILS


def _number(status: int) -> str:
    return "" if status < 300 else str(status)


def _why(failed: BaseException) -> Outcome:
    """Why no connection came about: by what lies under it."""
    causes: list[BaseException] = []
    cause: BaseException | None = failed
    while cause is not None and cause not in causes:
        causes.append(cause)
        cause = cause.__cause__ or cause.__context__
    return _first(causes)


def _first(causes: Collection[BaseException]) -> Outcome:
    for kind, outcome in ((ssl.SSLError, Outcome.UNTRUSTED), (socket.gaierror, Outcome.NO_HOST)):
        if any(isinstance(cause, kind) for cause in causes):
            return outcome
    return Outcome.NO_ANSWER
