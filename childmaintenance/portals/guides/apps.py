"""Tells Django this app's name and label."""

from django.apps import AppConfig


class GuidesConfig(AppConfig):
    name = "childmaintenance.portals.guides"
    label = "portals_guides"
    default_auto_field = "django.db.models.BigAutoField"
