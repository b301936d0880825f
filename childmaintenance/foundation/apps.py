"""Tells Django this app's name and label."""

from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "childmaintenance.foundation"
    label = "foundation"
    default_auto_field = "django.db.models.BigAutoField"
