"""Tells Django this app's name and label."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "childmaintenance.portals.casework"
    label = "casework"
    default_auto_field = "django.db.models.BigAutoField"
