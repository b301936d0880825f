from django.apps import AppConfig


class CalculationConfig(AppConfig):
    name = "childmaintenance.calculation"
    label = "calculation"
