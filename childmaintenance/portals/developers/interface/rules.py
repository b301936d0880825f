"""The commands of the law as addresses. The law itself reads the request, so that both doors refuse and answer alike."""

import json
from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import Throttled
from pydantic import BaseModel

from childmaintenance import law
from childmaintenance.law.command_line import COMMANDS
from childmaintenance.law.commands.reading import Unreadable, read_line
from childmaintenance.law.rulebook import READ_THROUGH
from childmaintenance.portals.developers.interface import answers, shapes
from childmaintenance.portals.developers.interface.description import OpenRules, body_of
from childmaintenance.portals.developers.interface.limits import LONGEST_REQUEST, everybody, too_much
from childmaintenance.portals.developers.interface.problems import problem, too_long, unusable

TAKES: dict[str, tuple[type[BaseModel], type[BaseModel], str]] = {
    "assess": (shapes.Assess, answers.Assessed, "How much is payable a week, and why"),
    "deduct": (shapes.Deduct, answers.Deducted, "What an employer takes on a pay-day, and why"),
    "split": (shapes.Split, answers.Shared, "Where each penny of a payment goes, and why"),
    "timeline": (shapes.Timeline, answers.Walked, "What was payable over time, from what day, and because of what"),
    "receipt": (shapes.Receipt, answers.Received, "A result with everything needed to compute it again"),
    "check": (shapes.Check, answers.Checked, "Whether a receipt says what the rules say, or where it first does not"),
}
EDITION_SECONDS = 300

rules: NinjaAPI = OpenRules(
    title="The rules of child maintenance",
    version="1",
    urls_namespace="rules-v1",
    docs_url=None,
    openapi_url=None,
    throttle=everybody,
)


@rules.exception_handler(Throttled)
def too_many(request: HttpRequest, refused: Throttled) -> HttpResponse:
    """Come back later; `Retry-After` says when. For bulk, the rules install as a package."""
    return problem(request, 429, lambda: _("Wait, or install the rules as a package: there is no limit at home."))


def command(name: str) -> Callable[[HttpRequest], HttpResponse]:
    """The view of one command."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.content_type != "application/json":
            return problem(request, 415, lambda: _("Send it with Content-Type: application/json."))
        declared = request.META.get("CONTENT_LENGTH") or "0"
        if not declared.isdecimal() or int(declared) > LONGEST_REQUEST:
            return problem(request, 413, lambda: _("At most %(most)s bytes.") % {"most": LONGEST_REQUEST})
        return answer_line(request, name)

    answer.__name__ = name
    return answer


def answer_line(request: HttpRequest, name: str) -> HttpResponse:
    """What the command line says to the same line, or the problem with it."""
    identity: Any = None
    try:
        fields = read_line(request.body)
    except Unreadable as wrong:
        status = 400 if wrong.field == "line" else 422
        return unusable(request, status, "body" if status == 400 else wrong.field, wrong.message, None)
    identity = fields.identity
    for where, most in too_much(json.loads(request.body)):
        return unusable(request, 422, where, too_long(request, most), identity)
    try:
        found = import_module(COMMANDS[name]).answer(fields)
    except Unreadable as wrong:
        return unusable(request, 422, wrong.field, wrong.message, identity)
    body = HttpResponse(json.dumps({"id": identity, **found}), content_type="application/json")
    body["Rulebook"] = law.RULEBOOK
    return body


def answer_of(name: str, asked: dict[str, Any]) -> dict[str, Any]:
    """What a command answers to one request; raises Unreadable."""
    fields = read_line(json.dumps(asked).encode())
    return {"id": fields.identity, **import_module(COMMANDS[name]).answer(fields)}


def rulebook(request: HttpRequest) -> HttpResponse:
    """Which edition of the rules answers here."""
    body = {"rulebook": law.RULEBOOK, "read_through": READ_THROUGH, "commands": sorted(TAKES)}
    found = HttpResponse(json.dumps(body), content_type="application/json")
    found["Cache-Control"] = f"public, max-age={EDITION_SECONDS}"
    return found


for name, (takes, gives, says) in TAKES.items():
    rules.post(
        f"/{name}",
        response={200: gives},
        operation_id=name,
        summary=says,
        url_name=name,
        by_alias=True,
        openapi_extra=body_of(takes),
    )(command(name))
rules.get(
    "/rulebook", response={200: answers.Edition}, operation_id="rulebook", summary="Which edition of the rules answers"
)(rulebook)
