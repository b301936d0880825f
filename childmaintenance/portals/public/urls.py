"""Addresses for everybody. Their names have no namespace: every page's header and footer lead to them."""

from django.urls import path

from childmaintenance.accounts.access import View, anyone, person
from childmaintenance.foundation.kept_pages import kept
from childmaintenance.foundation.same_origin import own_pages_only
from childmaintenance.portals.public import cookies, pages, privacy, statements
from childmaintenance.portals.public.banner import asks_itself
from childmaintenance.statistics.counting.naming import told_apart_by

public = anyone("a page of words for everybody")


def words(view: View) -> View:
    """The same for everybody who reads it, so it is made once."""
    return public(kept()(view))


urlpatterns = [
    path("", words(pages.start), name="start"),
    path("accessibility", words(statements.accessibility), name="accessibility"),
    path("welsh-language", words(pages.kept_words("welsh", "welsh-language")), name="welsh"),
    path("security", words(statements.security), name="security"),
    path("privacy", words(privacy.page), name="privacy"),
    path("privacy/versions", words(privacy.all_versions), name="privacy_versions"),
    path("privacy/versions/<int:number>", words(privacy.version), name="privacy_version"),
    path("privacy/changes/<int:older>/<int:newer>", words(privacy.changes), name="privacy_changes"),
    path("privacy/seen", person(privacy.seen), name="privacy_seen"),
    path("privacy/what-we-keep", words(privacy.what_we_keep), name="what_we_keep"),
    path("privacy/what-we-keep.csv", words(privacy.what_we_keep_csv), name="what_we_keep_csv"),
    path("privacy/purposes", words(privacy.purposes), name="privacy_register"),
    path("privacy/log", words(statements.log), name="privacy_log"),
    path("information-charter", words(privacy.charter), name="charter"),
    path("information-charter/<slug:nation>", words(told_apart_by("nation")(privacy.charter_of)), name="charter_of"),
    path("cookies", words(asks_itself(cookies.page)), name="cookies"),
    path("cookies/turn-on", words(cookies.turn_on), name="cookies_on"),
    path(
        "cookies/choice",
        anyone("somebody's choice about their own device")(own_pages_only(cookies.choose)),
        name="cookie_choice",
    ),
    path("staying-safe", words(pages.safety), name="safety"),
    path("leaving-in-a-hurry", words(pages.kept_words("leaving", "leaving-in-a-hurry")), name="leaving"),
    path("leave", anyone("leaving must always be possible, and shows nothing")(pages.leave), name="leave"),
]
