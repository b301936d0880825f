"""A signed-in parent's home: beside the framework's plainest page, with a thousand cases and with a hundred thousand."""

from dataclasses import dataclass

from bench.load import Answered, ask
from bench.scratch import scratch
from bench.serving import PLAIN, serving

# Paid by the month: a few payments each, so that a hundred thousand cases fit on a laptop.
FAMILY, DAYS = "cwmcelyn", 140
WHO = "Huw Emrys Dolafon"  # that family's paying parent, who applied himself
SIZES = (1_000, 100_000)
CLIENTS = 16
SECONDS = 12.0
HOME = "/home"


@dataclass(frozen=True)
class Measured:
    """One size: the plainest page before and after, and the home."""

    cases: int
    plain: Answered
    home: Answered
    queries: int


def run() -> str:
    with scratch() as cluster:
        from bench.many import copy_everything

        _live_one_family()
        somebody = _paying_parent()
        cookie = _signed_in(somebody)
        measured = []
        there = 1
        for size in SIZES:
            # The same family again and again; only the one that was lived through is looked at.
            copy_everything(cluster, size - there, first=there)
            there = size
            with serving() as port:
                ask(port, HOME, clients=CLIENTS, seconds=2, cookie=cookie)
                plain = ask(port, PLAIN, clients=CLIENTS, seconds=SECONDS / 2)
                home = ask(port, HOME, clients=CLIENTS, seconds=SECONDS, cookie=cookie)
            measured.append(Measured(size, plain, home, _queries(cookie)))
        return _section(measured)


def _live_one_family() -> None:
    from childmaintenance.demo import town

    town.build(lambda lived, whole, where: None, days=DAYS, only=(FAMILY,))


def _paying_parent() -> str:
    """The account of the family's paying parent; asked before there are a thousand of the same name."""
    from childmaintenance.parties.queries import find

    (somebody,) = find(WHO)
    assert somebody.account is not None
    return somebody.account


def _signed_in(account: str) -> str:
    """A session cookie of somebody."""
    from importlib import import_module

    from django.conf import settings
    from django.http import HttpRequest

    from childmaintenance.accounts.actions import sign_in_as

    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    request.session.create()
    sign_in_as(request, account)
    request.session.save()
    return f"{settings.SESSION_COOKIE_NAME}={request.session.session_key}"


def _queries(cookie: str) -> int:
    """How many queries one look at the home makes, sessions and all."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    settings.ALLOWED_HOSTS = ["*"]
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = cookie.split("=", 1)[1]
    client.get(HOME)
    with CaptureQueriesContext(connection) as seen:
        answer = client.get(HOME)
    assert answer.status_code == 200
    return len(seen)


def _section(measured: list[Measured]) -> str:
    few, many = measured
    rows = "\n".join(
        f"| {one.cases:,} | {one.plain.a_second:,.0f} | {one.home.a_second:,.0f} "
        f"| {one.home.a_second / one.plain.a_second:.2f} | {one.home.median_ms:.0f} | {one.home.p95_ms:.0f} | {one.queries} |"
        for one in measured
    )
    growth = few.home.a_second / many.home.a_second
    return f"""## A parent's home

{CLIENTS} clients on the same two cores as the server and the database, which has durable commits. The home of a paying parent
after {DAYS} days, with a decision, a plan, letters and payments; the plainest page is `{PLAIN}`.

| cases | plainest page, requests a second | home, requests a second | home / plainest | home, median ms | home, p95 ms | queries |
|---:|---:|---:|---:|---:|---:|---:|
{rows}

From {few.cases:,} to {many.cases:,} cases a request takes **{growth:.2f}** times as long (aim: at most 1.2), with {many.queries}
queries (aim: under 15).
"""
