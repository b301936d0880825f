"""Tells Django this app's name and label."""

from django.apps import AppConfig


class FirstStepConfig(AppConfig):
    name = "childmaintenance.portals.firststep"
    label = "portals_firststep"
    default_auto_field = "django.db.models.BigAutoField"
