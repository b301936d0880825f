"""The addresses of the picker."""

from django.urls import path

from childmaintenance.accounts.access import anyone
from childmaintenance.demo import pages

app_name = "demo"
town = anyone("the demo's people are invented and its doors are open; production does not have this page")
urlpatterns = [
    path("", town(pages.choose), name="choose"),
    path("be", town(pages.be), name="be"),
]
