"""The addresses of feedback, of what is published, and of what staff see of it."""

from django.urls import path

from childmaintenance.accounts.access import anyone, staff
from childmaintenance.accounts.public_forms import public_form
from childmaintenance.accounts.terms import Role
from childmaintenance.foundation.kept_pages import kept
from childmaintenance.foundation.same_origin import own_pages_only
from childmaintenance.portals.insight import counted, feedback, published, reviewing, staff_pages, tables
from childmaintenance.statistics.counting.naming import asks

app_name = "insight"
words = anyone("a page of words for everybody")
opinion = public_form("anybody may say what they think", form="feedback", most=60)

urlpatterns = [
    path("feedback", opinion(own_pages_only(asks(feedback.about_a_page))), name="feedback"),
    path("feedback/journey", opinion(own_pages_only(asks(feedback.about_a_journey))), name="feedback_journey"),
    path("feedback/<str:reference>/sent", opinion(own_pages_only(feedback.sent)), name="feedback_sent"),
    path(
        "counted", anyone("a page hands in its sums; they name nobody")(own_pages_only(counted.counted)), name="counted"
    ),
    path("performance", words(kept(3600)(published.performance)), name="performance"),
    path("performance.csv", words(published.performance_csv), name="performance_csv"),
    path("status", words(kept(20)(published.status)), name="status"),
    path("insight/", staff()(staff_pages.overview), name="overview"),
    path("insight/pages", staff()(staff_pages.pages), name="pages"),
    path("insight/paths", staff()(staff_pages.paths), name="paths"),
    path("insight/forms", staff()(staff_pages.forms), name="forms"),
    path("insight/load", staff()(staff_pages.load), name="load"),
    path("insight/content", staff()(reviewing.content), name="content"),
    path("insight/opinions", staff(Role.TEAM_LEADER)(staff_pages.opinions), name="opinions"),
    path("insight/<slug:table>.csv", staff()(tables.download), name="table"),
]
