"""The house's public pages, and the tests' journeys beside them."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from childmaintenance.journeys.tests.outing import marked, outing, short, stroll, who

urlpatterns = i18n_patterns(
    path("outing/", include(outing.urls(marked, who))),
    path("stroll/", include(stroll.urls(marked, who))),
    path("places/<str:about>/short/", include(short.urls(marked, who))),
    path("", include("childmaintenance.portals.public.urls")),
    path("", include("childmaintenance.accounts.urls")),
    path("", include("childmaintenance.portals.parents.urls")),
    prefix_default_language=False,
)
handler400 = "childmaintenance.portals.public.errors.not_understood"
handler404 = "childmaintenance.portals.public.errors.not_found"
