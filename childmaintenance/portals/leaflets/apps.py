"""Tells Django this app's name and label."""

from django.apps import AppConfig


class LeafletsConfig(AppConfig):
    name = "childmaintenance.portals.leaflets"
    label = "leaflets"
    default_auto_field = "django.db.models.BigAutoField"
