"""Who does the work of a topic. Each app registers its handlers when it is ready."""

from collections.abc import Callable
from datetime import datetime

Handler = Callable[[str, datetime], None]
_handlers: dict[str, Handler] = {}


def register(topic: str, handler: Handler) -> None:
    """`handler(key, now)` does the work of `topic`. It must be harmless when called twice for one key."""
    if topic in _handlers and _handlers[topic] is not handler:
        raise ValueError(f"two handlers for {topic}")
    _handlers[topic] = handler


def handler_of(topic: str) -> Handler:
    """Raises LookupError for a topic nobody does."""
    try:
        return _handlers[topic]
    except KeyError:
        raise LookupError(f"nobody handles {topic}") from None
