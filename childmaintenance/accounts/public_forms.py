"""Forms that anybody may send: how often, so that nobody can flood us. No puzzle is set; people are only asked to wait.

A whole school, library or mobile network may share one address, so the limit is far above what people do and far below what a
machine can. The address is kept as a keyed hash, until its window of time is over.
"""

import hmac
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from hashlib import sha256
from ipaddress import ip_address, ip_network
from typing import Any

from allauth.core.internal.httpkit import get_client_ip
from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from childmaintenance.accounts.access import View, anyone
from childmaintenance.foundation import clock

MOST = 600
PER = timedelta(minutes=10)


def public_form(reason: str, *, form: str, most: int = MOST, per: timedelta = PER) -> Callable[[View], View]:
    """Open to everybody, for the reason given; a form with this name may be sent `most` times in `per` from one network.

    Reading is never limited. Whoever sends more is told how long to wait, and nothing they sent is used.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def counted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method == "POST" and too_often(request, form=form, most=most, per=per):
                return wait(request, per)
            return view(request, *args, **kwargs)

        guarded = anyone(reason)(counted)
        guarded.limited = form  # type: ignore[attr-defined]
        guarded.most = most  # type: ignore[attr-defined]
        return guarded

    return mark


def too_often(request: HttpRequest, *, form: str, most: int, per: timedelta) -> bool:
    """Count this sending, and say whether it is one too many from where it comes from."""
    return count(form, _network(request), per=per) > most


def count(form: str, who: str, *, per: timedelta) -> int:
    """Count one more in this window of time, in one statement so that none is lost, and say how many there are."""
    now, seconds = clock.wall(), int(per.total_seconds())
    window = int(now.timestamp()) // seconds
    key = hmac.new(settings.SECRET_KEY.encode(), f"{form}\n{seconds}\n{window}\n{who}".encode(), sha256).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO accounts_formcount AS old (key_digest, times, forgotten_at) VALUES (%s, 1, %s)"
            " ON CONFLICT (key_digest) DO UPDATE SET times = old.times + 1 RETURNING times",
            [key, now + per],
        )
        return int(cursor.fetchone()[0])


def wait(request: HttpRequest, per: timedelta) -> HttpResponseBase:
    """The page that asks somebody to wait."""
    minutes = max(1, round(per.total_seconds() / 60))
    response = render(request, "accounts/too_often.html", {"minutes": minutes}, status=429)
    response["Retry-After"] = str(int(per.total_seconds()))
    add_never_cache_headers(response)
    return response


def _network(request: HttpRequest) -> str:
    """The caller's address; in IPv6 the /64 that one household has."""
    address = get_client_ip(request)
    if not address:
        return "unknown"
    if ip_address(address).version == 6:
        return str(ip_network(f"{address}/64", strict=False))
    return str(address)
