"""Tells Django this app's name and label."""

from django.apps import AppConfig


class SeparationConfig(AppConfig):
    name = "childmaintenance.portals.separation"
    label = "separation"
    default_auto_field = "django.db.models.BigAutoField"
