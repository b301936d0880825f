"""Which portal answers which address. English at /..., Welsh at /cy/...; who may use each route is in tests/routes.txt."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from childmaintenance.accounts.access import anyone
from childmaintenance.config import health
from childmaintenance.portals.public import statements

PORTALS = [
    ("", "childmaintenance.portals.public.urls"),
    ("", "childmaintenance.portals.guides.urls"),
    ("", "childmaintenance.accounts.urls"),
    ("", "childmaintenance.portals.parents.urls"),
    ("", "childmaintenance.portals.firststep.urls"),
    ("casework/", "childmaintenance.portals.casework.urls"),
    ("developers", "childmaintenance.portals.developers.urls"),
    ("", "childmaintenance.portals.insight.urls"),
    ("calculator/", "childmaintenance.portals.calculator.urls"),
    ("arrangement/", "childmaintenance.portals.arrangement.urls"),
    ("", "childmaintenance.portals.separation.urls"),
    ("", "childmaintenance.portals.leaflets.urls"),
    ("", "childmaintenance.portals.chat.urls"),
    *([("demo/", "childmaintenance.demo.urls")] if settings.DEMO else []),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("health/live", anyone("a machine asks; the answer says nothing of anybody")(health.live), name="live"),
    path("health/ready", anyone("a machine asks; the answer says nothing of anybody")(health.ready), name="ready"),
    path(
        ".well-known/security.txt",
        anyone("where to report a weakness")(statements.security_txt),
        name="security_txt",
    ),
    path("api/", include("childmaintenance.portals.developers.interface.urls")),
]
urlpatterns += i18n_patterns(
    *(path(prefix, include(module)) for prefix, module in PORTALS),
    prefix_default_language=False,
)

handler400 = "childmaintenance.portals.public.errors.not_understood"
handler403 = "childmaintenance.portals.public.errors.not_allowed"
handler404 = "childmaintenance.portals.public.errors.not_found"
handler500 = "childmaintenance.portals.public.errors.broken"
