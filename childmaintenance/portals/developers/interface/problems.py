"""What is wrong, as application/problem+json (RFC 9457), in the language of Accept-Language."""

import json
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from childmaintenance.law.sentences.errors import in_language

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: gettext_lazy("This is not JSON that can be read"),
    404: gettext_lazy("There is nothing at this address"),
    405: gettext_lazy("This address does not answer that method"),
    413: gettext_lazy("The request is too long"),
    415: gettext_lazy("The request must be JSON"),
    422: gettext_lazy("The facts cannot be used"),
    429: gettext_lazy("Too many requests"),
    500: gettext_lazy("The service is broken"),
}


def problem(request: HttpRequest, status: int, detail: Callable[[], str], **more: Any) -> HttpResponse:
    """A problem with its title; `detail` is called once the language is known."""
    language = language_of(request)
    with translation.override(language):
        body = {"type": "about:blank", "title": str(TITLES[status]), "status": status, "detail": detail(), **more}
    answer = HttpResponse(json.dumps(body), status=status, content_type=MEDIA_TYPE)
    answer["Content-Language"] = language
    return answer


def unusable(request: HttpRequest, status: int, field: str, message: str, identity: object) -> HttpResponse:
    """The field that is wrong and what is wrong with it, as the commands say it."""
    said = in_language(message, language_of(request))
    known = {"id": identity} if isinstance(identity, (str, int)) and not isinstance(identity, bool) else {}
    return problem(request, status, lambda: f"{field}: {said}", field=field, message=said, **known)


def too_long(request: HttpRequest, most: int) -> str:
    """The message for a list that is longer than this interface takes, or with 0 for data nested too deeply."""
    with translation.override(language_of(request)):
        return _("must hold at most %(most)s here") % {"most": most} if most else _("is nested too deeply")


def language_of(request: HttpRequest) -> str:
    """What the caller asks to read: Welsh or English. Cookies and addresses do not count here."""
    for asked in request.headers.get("Accept-Language", "").lower().split(","):
        if (language := asked.split(";")[0].strip()[:2]) in ("en", "cy"):
            return language
    return "en"
