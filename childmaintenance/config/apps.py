"""Tells Django about the house's front door, and wires what happened to what follows."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "childmaintenance.config"
    label = "config"
    verbose_name = "Settings"
