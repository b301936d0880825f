from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "childmaintenance.parties"
    label = "parties"
