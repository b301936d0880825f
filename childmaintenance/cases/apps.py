from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "childmaintenance.cases"
    label = "cases"
