"""The house's pages, and the tests' journeys beside them."""

from importlib import import_module

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from childmaintenance.journeys.tests.outing import marked, outing, short, stroll, who

# By name, because this room may not know the one above it that puts all addresses together.
of_the_house = import_module("childmaintenance.config.urls").urlpatterns

urlpatterns = [
    *i18n_patterns(
        path("outing/", include(outing.urls(marked, who))),
        path("stroll/", include(stroll.urls(marked, who))),
        path("places/<str:about>/short/", include(short.urls(marked, who))),
        prefix_default_language=False,
    ),
    *of_the_house,
]
handler400 = "childmaintenance.portals.public.errors.not_understood"
handler404 = "childmaintenance.portals.public.errors.not_found"
