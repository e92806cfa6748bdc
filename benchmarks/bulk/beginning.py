"""How a process begins that writes a part. Here nothing of Django may be imported before it is set up."""

import gc


def begin() -> None:
    """Set up Django, once."""
    import django

    django.setup()
    gc.disable()  # what is remembered of names is looked through each time, and there is nothing to find
