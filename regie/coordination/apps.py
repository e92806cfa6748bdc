from django.apps import AppConfig


class CoordinationConfig(AppConfig):
    name = "regie.coordination"
    label = "coordination"
