"""Tells Django this app's name and label."""

from django.apps import AppConfig


class ParentsConfig(AppConfig):
    name = "childmaintenance.portals.parents"
    label = "parents"
    default_auto_field = "django.db.models.BigAutoField"
