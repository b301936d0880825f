"""Tells Django this app's name and label."""

from django.apps import AppConfig


class JourneysConfig(AppConfig):
    name = "childmaintenance.journeys"
    label = "journeys"
    default_auto_field = "django.db.models.BigAutoField"
