"""Each request carries what its person has chosen; nothing leaves that the register does not name."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from childmaintenance.foundation.logs import log
from childmaintenance.privacy.choices import choice_of, nation_of
from childmaintenance.privacy.cookies import NotRegistered, register
from childmaintenance.privacy.open_chat import is_open


class Choices:
    """Django middleware, outside everything that may set a cookie. Gives `request.choice`.

    A cookie that nobody registered, or that the person said no to, does not leave. In tests the first is a failure.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        choice = choice_of(request)
        request.choice = choice
        # What a kept page may differ by (foundation.kept_pages): what it asks, whether it counts, which nation stands first,
        # and whether it leads back to a chat.
        request.page_differs_by = f"{choice.written} {choice.made} {nation_of(request)} {is_open(request)}"
        response = self.get_response(request)
        for name in list(response.cookies):
            found = register().named(name)
            if found is None and settings.TEST:
                raise NotRegistered(f"{name} at {request.path}: register it in privacy/cookies.toml")
            if found is None or (response.cookies[name].value and not request.choice.allows(found.category)):
                del response.cookies[name]
                log.error(
                    "a cookie was kept back", where=request.resolver_match.route if request.resolver_match else ""
                )
        return response
