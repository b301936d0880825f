"""Addresses of sorting out a separation."""

from django.urls import path

from childmaintenance.accounts.access import View, anyone, staff
from childmaintenance.accounts.public_forms import public_form
from childmaintenance.foundation.kept_pages import kept
from childmaintenance.foundation.same_origin import own_pages_only
from childmaintenance.portals.separation import own_list, pages, suggesting, widget
from childmaintenance.statistics.counting.naming import uncounted

WHY = "anybody may look for help; what they ask for is kept nowhere"
words = anyone("a page of words for everybody")


def asked(view: View, form: str = "separation", most: int = 600) -> View:
    """A page that answers a form, without a cookie."""
    return public_form(WHY, form=form, most=most)(own_pages_only(view))


app_name = "separation"
urlpatterns = [
    path("separation", words(kept()(pages.start)), name="start"),
    path("separation/people", asked(pages.found), name="found"),
    path("separation/everybody", words(kept()(pages.everybody)), name="everybody"),
    path("separation/where-from", words(kept()(pages.programme)), name="programme"),
    path("separation/your-list", asked(own_list.page), name="own_list"),
    path("separation/your-list/paper", asked(own_list.paper, "separation paper", 120), name="paper"),
    path("separation/suggest", asked(suggesting.page, "separation suggestion", 20), name="suggest"),
    path("separation/suggestions", staff()(suggesting.for_staff), name="suggestions"),
    path("separation/for-your-site", words(kept()(widget.for_your_site)), name="for_your_site"),
    path(
        "separation/widget",
        asked(uncounted(widget.in_a_frame_of_ours(widget.page)), "separation widget"),
        name="widget",
    ),
    path("separation/widget.js", words(uncounted(widget.script)), name="widget_script"),
    path("separation/your-list/send", asked(own_list.send, "separation e-mail", 60), name="send"),
]
