from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate, pre_migrate

from sociaal.core.database import OWNER, ensure_app_role, grant_app_rights


class SociaalConfig(AppConfig):
    """The house itself: gives the database role `app` its rights on each migration."""

    name = "sociaal"

    def ready(self) -> None:
        import sociaal.celery  # shared tasks belong to our app from here on
        import sociaal.core.checks  # noqa: F401  # what `check --deploy` says about our settings

        # the signals come once for every app with models; one of those makes it once for every migration
        once = apps.get_app_config("accounts")
        pre_migrate.connect(_before_migration, sender=once, dispatch_uid="sociaal.app_role")
        post_migrate.connect(_after_migration, sender=once, dispatch_uid="sociaal.app_rights")


def _before_migration(using: str, **kwargs: Any) -> None:
    if using == OWNER:
        ensure_app_role()


def _after_migration(using: str, **kwargs: Any) -> None:
    if using == OWNER:
        grant_app_rights()
