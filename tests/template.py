"""Makes the migrated database that the tests copy, while the packages of the tests are still coming in."""

import os
from importlib import import_module

import django
from django.conf import settings


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    from tests import databases  # its names follow from the settings

    databases.make_template()
    import_module(settings.ROOT_URLCONF)  # compiled once here, instead of by each process of the tests


if __name__ == "__main__":
    main()
