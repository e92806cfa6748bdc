#!/usr/bin/env python
"""Entry of every command. Finds or starts the servers first, so that each command works on a fresh clone."""

import os
import sys

from sociaal import embedded


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sociaal.settings")
    embedded.provide(os.environ, sys.argv[1:])
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
