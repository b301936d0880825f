"""Tells Django about the room that speaks to the outside world's machines."""

from django.apps import AppConfig


class MachinesConfig(AppConfig):
    name = "childmaintenance.portals.machines"
    label = "machines"
    verbose_name = "Machines"
