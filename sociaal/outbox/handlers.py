"""Who does the work of a topic. Each app registers its handlers when it is ready."""

from collections.abc import Callable
from datetime import datetime

Handler = Callable[[str, datetime], None]
_handlers: dict[str, Handler] = {}
_outward: set[str] = set()


def register(topic: str, handler: Handler, *, leaves_house: bool = False) -> None:
    """`handler(key, now)` does the work of `topic`. It must be harmless when called twice for one key.

    `leaves_house`: the work is seen outside this database (an e-mail), so that a restored database, which
    does not know what was done after its backup, must not do it again.
    """
    if topic in _handlers and _handlers[topic] is not handler:
        raise ValueError(f"two handlers for {topic}")
    _handlers[topic] = handler
    if leaves_house:
        _outward.add(topic)


def handler_of(topic: str) -> Handler:
    """Raises LookupError for a topic nobody does."""
    try:
        return _handlers[topic]
    except KeyError:
        raise LookupError(f"nobody handles {topic}") from None


def outward() -> frozenset[str]:
    """The topics whose work leaves the house."""
    return frozenset(_outward)
