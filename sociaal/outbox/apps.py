from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "sociaal.outbox"
    label = "outbox"
