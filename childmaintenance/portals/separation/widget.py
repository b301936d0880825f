"""The same questions, small enough to stand in a frame on a site that is on our list. No cookie, no script, no count."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt

from childmaintenance.foundation.pages import url
from childmaintenance.guidance.organisations import tailored
from childmaintenance.guidance.organisations.needs import Circumstance, Topic
from childmaintenance.guidance.terms import Nation
from childmaintenance.portals.separation.pages import dates

View = Callable[..., HttpResponseBase]
MAY = (
    "allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
)
"""What a frame of ours needs. It runs no script."""
HEIGHT = 640


def in_a_frame_of_ours(view: View) -> View:
    """Let the sites of settings.WIDGET_HOSTS show this page in a frame, and nobody else."""

    @wraps(view)
    def framed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        who = csp_replace({"frame-ancestors": [SELF, *settings.WIDGET_HOSTS], "script-src": ["'none'"]})
        response: HttpResponseBase = who(xframe_options_exempt(view))(request, *args, **kwargs)
        response["Referrer-Policy"] = "same-origin"  # whoever is followed from here does not hear from where
        return response

    return framed


def page(request: HttpRequest) -> HttpResponse:
    """Two questions, and the answer below them. It does not ask whether somebody is safe, so it names as if nobody were."""
    topic = picked(Topic, request.POST.get("topic"))
    nation = picked(Nation, request.POST.get("nation"))
    context = {
        "topics": list(Topic),
        "nations": list(Nation),
        "topic": topic,
        "nation": nation,
        "groups": tailored({topic}, nation, {Circumstance.UNSAFE}) if topic else [],
        **dates(),
    }
    return render(request, "separation/widget.html", context)


def picked(kind: Any, word: str | None) -> Any:
    """What was picked, or None."""
    try:
        return kind(word)
    except ValueError:
        return None


def script(request: HttpRequest) -> HttpResponse:
    """Puts the frame where the script stands. It reads nothing of the page it is on, and keeps nothing there."""
    made = SCRIPT % {
        "page": json.dumps(url("separation:widget")),
        "title": json.dumps(_("People who can help")),
        "may": json.dumps(MAY),
        "height": HEIGHT,
    }
    response = HttpResponse(made, content_type="text/javascript; charset=utf-8")
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    patch_cache_control(response, public=True, max_age=3600)
    return response


SCRIPT = """(function () {
  var here = document.currentScript;
  var frame = document.createElement("iframe");
  frame.src = new URL(%(page)s, here.src).href;
  frame.title = %(title)s;
  frame.setAttribute("sandbox", %(may)s);
  frame.referrerPolicy = "no-referrer";
  frame.loading = "lazy";
  frame.height = here.dataset.height || %(height)d;
  frame.setAttribute("width", "100%%");
  here.after(frame);
})();
"""


def for_your_site(request: HttpRequest) -> HttpResponse:
    """How to put it on another site, and who may."""
    at = settings.SITE_ADDRESS
    context = {
        "script": f'<script src="{at}{url("separation:widget_script")}" async></script>',
        "frame": f'<iframe src="{at}{url("separation:widget")}" title="{_("People who can help")}"'
        f' sandbox="{MAY}" referrerpolicy="no-referrer" loading="lazy" width="100%" height="{HEIGHT}"></iframe>',
        "hosts": settings.WIDGET_HOSTS,
    }
    return render(request, "separation/for_your_site.html", context)
