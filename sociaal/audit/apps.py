from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "sociaal.audit"
    label = "audit"
