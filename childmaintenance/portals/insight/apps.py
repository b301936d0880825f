"""Tells Django this app's name and label."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "childmaintenance.portals.insight"
    label = "insight"
    default_auto_field = "django.db.models.BigAutoField"
