"""Tells Django this app's name and label."""

from django.apps import AppConfig


class MachinesConfig(AppConfig):
    name = "childmaintenance.portals.machines"
    label = "machines"
    default_auto_field = "django.db.models.BigAutoField"
