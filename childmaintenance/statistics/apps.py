"""Tells Django this app's name and label."""

from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "childmaintenance.statistics"
    label = "statistics"
    default_auto_field = "django.db.models.BigAutoField"
