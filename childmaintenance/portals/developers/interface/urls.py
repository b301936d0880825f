"""Addresses below /api/: the same in every language, and a problem in JSON for any that is not there."""

from django.urls import URLPattern, path

from childmaintenance.portals.developers.interface.description import description
from childmaintenance.portals.developers.interface.door import door, nothing_here
from childmaintenance.portals.developers.interface.rules import TAKES, rules


def opened(pattern: URLPattern) -> URLPattern:
    """One of django-ninja's addresses behind our door."""
    methods = ("POST",) if pattern.name in TAKES else ("GET", "HEAD")
    return path(f"v1/{pattern.pattern}", door(pattern.callback, *methods), name=pattern.name)


app_name = "rules"
urlpatterns = [
    path("v1/openapi.json", door(description, "GET", "HEAD"), name="description"),
    *(opened(pattern) for pattern in rules.urls[0] if isinstance(pattern, URLPattern) and pattern.name != "api-root"),
    path("<path:rest>", door(nothing_here, "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"), name="nothing_here"),
]
