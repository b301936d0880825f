"""What every address of the interface does before and after it answers: methods, other sites, caches, and our own failures."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from childmaintenance.accounts.access import anyone
from childmaintenance.accounts.sessions.middleware import quiet
from childmaintenance.foundation.logs import log
from childmaintenance.portals.developers.interface.problems import problem

View = Callable[..., HttpResponseBase]
REASON = "the rules are public; nothing is stored and nobody is asked who they are"


def door(view: View, *methods: str) -> View:
    """A view of the interface, open to everybody from any site, without cookies."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return _preflight(methods)
        if request.method not in methods:
            found: HttpResponseBase = problem(
                request, 405, lambda: _("Use %(methods)s.") % {"methods": " / ".join(methods)}
            )
            found["Allow"] = ", ".join((*methods, "OPTIONS"))
        else:
            asked = request.method
            request.method = "GET" if asked == "HEAD" else asked  # answered alike; the server leaves the body out
            try:
                found = view(request, *args, **kwargs)
            except Exception:  # whatever it is, a caller who reads JSON gets JSON; the log gets its class and its lines
                log.exception("the interface to the rules failed")
                found = problem(request, 500, lambda: _("This is our fault. Nothing was stored."))
            finally:
                request.method = asked
        return _for_any_site(found)

    return anyone(REASON)(csrf_exempt(quiet(answer)))


def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """An address of the interface that does not exist."""
    return problem(request, 404, lambda: _("/api/v1/openapi.json lists every address."))


def _preflight(methods: tuple[str, ...]) -> HttpResponse:
    """What a browser asks first when another site's page sends JSON."""
    found = HttpResponse(status=204)
    del found["Content-Type"]
    found["Allow"] = ", ".join((*methods, "OPTIONS"))
    found["Access-Control-Allow-Methods"] = ", ".join(methods)
    found["Access-Control-Allow-Headers"] = "Content-Type"
    found["Access-Control-Max-Age"] = "86400"
    return _for_any_site(found)


def _for_any_site(found: Any) -> Any:
    """Any page may read the answer, and never with anybody's cookies; what was asked stays out of caches."""
    found["Access-Control-Allow-Origin"] = "*"
    found["Access-Control-Expose-Headers"] = "Retry-After, Rulebook"
    found["Cross-Origin-Resource-Policy"] = "cross-origin"
    if "Cache-Control" not in found:
        found["Cache-Control"] = "no-store"
    patch_vary_headers(found, ["Accept-Language"])
    return found
