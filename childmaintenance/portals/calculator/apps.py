"""Tells Django this app's name and label."""

from django.apps import AppConfig


class CalculatorConfig(AppConfig):
    name = "childmaintenance.portals.calculator"
    label = "calculator"
    default_auto_field = "django.db.models.BigAutoField"
