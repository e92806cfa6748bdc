"""The app of the figures: what residents wait for, how long, and for whom."""

from django.apps import AppConfig


class MetricsConfig(AppConfig):
    name = "regie.metrics"
    label = "metrics"

    def ready(self) -> None:
        from regie.metrics import handlers

        handlers.register_all()
