"""Somebody who opens everything: every address there is, with everybody's references, and every link and form they find."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from django.urls import Resolver404, get_resolver, resolve

from childmaintenance.config.routes import walk
from tests.leaks.canaries import found_in
from tests.leaks.family import Family, the_log
from tests.leaks.reading import addresses_in, leaks, told_by

NOT_FOLLOWED = re.compile(
    r"/(sign-out|leave|demo|static|session/|account/places/sign-out)|check-your-answers$|from=check|/second-step/"
    r"|/(braille|sound)$"  # the words of the same letter, slow to make, and unreadable to who looks for words
    r"|/leaflets/[^/]+/(pdf|large-print)$"  # made of what we wrote, for everybody, and slow to take apart again
)
NOT_SENT = re.compile(
    r"check-your-answers|/remove$|/account|/sign-|/create-account|/forgotten|/confirm|payouts|decision$|/tasks/|/find$"
)
ENGLISH_ONLY = {"bethan", "stranger", "nobody", "caseworker", "payments_officer"}
"""A parent of each side opens every page in both languages; the others would open the same once more."""
READS_WORDS = {"catrin", "nobody"}
"""Who opens the pages that are made once for everybody: somebody who is signed in, and somebody who is not."""
KEPT_UNDER = (("letters", "letter"), ("offers", "offer"), ("casework/referrals", "offer"))
"""What a reference in an address is of, by how the address begins; a case else."""
MOST = 900
"""Requests of one reader. Enough for everything; a crawl that needs more has found a page that makes new addresses."""


@dataclass
class Seen:
    """What a crawl came by."""

    leaks: list[str] = field(default_factory=list)
    routes: set[str] = field(default_factory=set)
    canaries: set[str] = field(default_factory=set)
    statuses: dict[str, int] = field(default_factory=dict)


def crawl(family: Family, name: str, starts: Iterable[str] | None = None, *, follow: bool = True) -> Seen:
    """Open the addresses, or all there are, as this reader; follow what is found there."""
    seen, client, reader = Seen(), family.client(name), family.reader(name)
    waiting = deque(("get", address, None) for address in (addresses(family, name) if starts is None else starts))
    known = {address for _way, address, _data in waiting}
    sent: set[str] = set()
    with the_log() as log:
        while waiting:
            way, address, data = waiting.popleft()
            assert len(seen.statuses) < MOST, f"{name} does not come to an end: {address}"
            response = getattr(client, way)(address, data)
            seen.statuses[f"{way} {address}"] = response.status_code
            parts = list(told_by(response))
            seen.leaks += leaks(reader, f"{way} {address}", parts, family.canaries)
            page = next((text for part, text in parts if part == "page"), "")
            if "<zymark" in page:
                seen.leaks.append(f"{name} meets what somebody typed as markup on {address}")
            _note(seen, address, response, page, family, parts)
            if not follow:
                continue
            onward = [response.headers["Location"]] if "Location" in response.headers else []
            if response.status_code == 200:
                onward += addresses_in(page)
            for there in onward:
                there = there.partition("#")[0]
                if name in ENGLISH_ONLY and there.startswith("/cy"):
                    continue
                if name not in READS_WORDS and for_everybody(there):
                    continue
                if there.startswith("/") and there not in known and not NOT_FOLLOWED.search(there):
                    known.add(there)
                    waiting.append(("get", there, None))
            waiting.extend(_mistakes(address, page, sent) if response.status_code == 200 and way == "get" else ())
    seen.leaks += leaks(family.reader("nobody"), "the log", [("log", log.getvalue())], family.canaries)
    return seen


def _note(seen: Seen, address: str, response: Any, page: str, family: Family, parts: list[tuple[str, str]]) -> None:
    if response.status_code == 200:
        try:
            seen.routes.add(resolve(address.partition("?")[0].removeprefix("/cy") or "/").route)
        except Resolver404:
            return
        for _part, text in parts:
            seen.canaries.update(canary.text for canary in found_in(text, family.canaries))


def _mistakes(address: str, page: str, sent: set[str]) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Each form of a page, once empty and once with nonsense: the page that comes back shows what went wrong, and whose it is."""
    main = page.partition("<main")[2]
    if "<form" not in main or NOT_SENT.search(address):
        return
    form = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]-[0-9A-Z-]+|^/cy", "*", address)
    if form in sent:
        return
    sent.add(form)
    action = re.search(r'<form[^>]*\saction="([^"]+)"', main)
    to = action[1] if action and action[1].startswith("/") else address
    if NOT_SENT.search(to) or NOT_FOLLOWED.search(to):
        return
    names = set(re.findall(r'<(?:input|textarea|select)[^>]*\sname="([^"]+)"', main)) - {"csrfmiddlewaretoken"}
    yield "post", to, {}
    if names:
        yield "post", to, dict.fromkeys(names, "=zz<b>9999")


def addresses(family: Family, name: str) -> list[str]:
    """Every address that the service has, filled with the references of everybody."""
    references = family.references()
    found = []
    for route, view in walk(get_resolver().url_patterns):
        who = str(getattr(view, "who_may", ""))
        if name == "nobody" and "<uuid:draft>/" in route:
            continue  # turned away by the same mark as the journey's first page
        if who.startswith("staff") and name not in family.staff and "<" not in route:
            found.append(f"/{route}")  # the door that is not for them
        elif name not in READS_WORDS and getattr(view, "kept_for", 0):
            continue  # as for everybody else
        elif who.startswith("staff") != (name in family.staff) or "^" in route or "/demo" in f"/{route}":
            continue
        else:
            filled = list(_filled(route, references))
            found += filled[:1] if name == "nobody" else filled
    return [address for address in found if not NOT_FOLLOWED.search(address)]


def for_everybody(address: str) -> bool:
    """Whether the page there is made once for all who ask."""
    try:
        return bool(getattr(resolve(address.partition("?")[0].removeprefix("/cy") or "/").func, "kept_for", 0))
    except Resolver404:
        return False


def _filled(route: str, references: dict[str, list[str]]) -> Iterator[str]:
    parts = re.findall(r"<(?:\w+:)?(\w+)>", route)
    choices = []
    for part in parts:
        match part:
            case "about":
                choices.append(references["case"])
            case "reference":
                kind = next((kind for begins, kind in KEPT_UNDER if route.startswith(begins)), "case")
                choices.append(references[kind])
            case "draft":
                choices.append(references["draft"])
            case "decision":
                choices.append(references["decision"])
            case "form":
                choices.append(["pdf", "csv", "xml"])
            case "kind":
                choices.append(["nights", "service", "benefit"])
            case "question":
                choices.append(["safety"])
            case "token":
                choices.append(["guessed"])  # a number could join what stands beside it on the page to somebody's
            case _:
                choices.append(["1"])
    for filling in product(*choices):
        address = route
        for part, value in zip(parts, filling, strict=True):
            address = re.sub(rf"<(?:\w+:)?{part}>", value, address, count=1)
        yield f"/{address}"
