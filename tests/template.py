"""Makes the migrated database that the tests copy, while the packages of the tests are still coming in."""

import os

import django


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    from tests import databases  # its names follow from the settings

    databases.make_template()


if __name__ == "__main__":
    main()
