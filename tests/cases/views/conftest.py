from tests.visiting import at_that_moment, visit  # noqa: F401 - fixtures
