"""Tells Django this app's name and label."""

from django.apps import AppConfig


class ArrangementConfig(AppConfig):
    name = "childmaintenance.portals.arrangement"
    label = "arrangement"
    default_auto_field = "django.db.models.BigAutoField"
