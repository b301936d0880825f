"""Addresses of the visitor's pages of a chat."""

from django.urls import path

from childmaintenance.accounts.access import View, anyone
from childmaintenance.accounts.public_forms import public_form
from childmaintenance.foundation.same_origin import own_pages_only
from childmaintenance.portals.chat import keeping, starting, talking
from childmaintenance.statistics.counting.naming import asks, uncounted

holder = "whoever has the key of this chat, which is in their cookie"


def sent(view: View, *, form: str, most: int, reason: str = holder) -> View:
    """A form that needs no cookie of a session, limited by where it comes from."""
    return own_pages_only(public_form(reason, form=form, most=most)(view))


app_name = "chat"
urlpatterns = [
    path(
        "chat",
        sent(asks(starting.start), form="chat", most=12, reason="anybody may chat, without saying who they are"),
        name="start",
    ),
    path(
        "chat/with-a-question",
        sent(uncounted(starting.carry), form="chat question", most=60, reason="a question goes along only if ticked"),
        name="carry",
    ),
    path("chat/<str:reference>", sent(uncounted(talking.talk), form="chat message", most=400), name="talk"),
    path("chat/<str:reference>/new", anyone(holder)(uncounted(talking.since)), name="since"),
    path("chat/<str:reference>/end", sent(uncounted(talking.end), form="chat end", most=60), name="end"),
    path(
        "chat/<str:reference>/language",
        sent(uncounted(talking.other_language), form="chat language", most=60),
        name="language",
    ),
    path("chat/<str:reference>/save", anyone(holder)(uncounted(keeping.save)), name="save"),
    path("chat/<str:reference>/send", sent(uncounted(keeping.send), form="chat copy", most=30), name="send"),
]
