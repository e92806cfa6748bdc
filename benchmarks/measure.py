"""Ask the WSGI application for a page and take the time; in the same process, without a network between."""

import io
import statistics
import time
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection

from sociaal.accounts.models import User

PLACE = {
    "SERVER_NAME": "localhost",
    "SERVER_PORT": "80",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "HTTP_HOST": "localhost",
    "HTTP_ACCEPT": "text/html",
    "REMOTE_ADDR": "127.0.0.1",
    "wsgi.url_scheme": "http",
    "wsgi.version": (1, 0),
    "wsgi.multithread": False,
    "wsgi.multiprocess": False,
    "wsgi.run_once": False,
}


@dataclass
class Answer:
    status: int
    body: bytes
    location: str
    seconds: float
    queries: int = 0
    """Statements it sent; counted only when `Browser.counts`."""


class _Counter:
    """Counts the statements of a connection, as Django's `execute_wrapper` asks it to."""

    number = 0

    def __call__(self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
        self.number += 1
        return execute(sql, params, many, context)


@dataclass
class Browser:
    """A signed-in user with a cookie jar, talking to a WSGI application."""

    application: WSGIHandler
    cookies: dict[str, str] = field(default_factory=dict)
    counts: ClassVar[bool] = False

    @classmethod
    def of(cls, user: User, application: WSGIHandler) -> "Browser":
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.save()
        return cls(application, {"sociaal_session": str(session.session_key)})

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, b"")

    def post(self, path: str, data: dict[str, str], **headers: str) -> Answer:
        token = {"csrfmiddlewaretoken": self.cookies.get("sociaal_csrf", "")}
        return self._ask("POST", path, urlencode({**data, **token}).encode(), headers)

    def _ask(
        self, method: str, path: str, body: bytes, sent: Mapping[str, str] = MappingProxyType({})
    ) -> Answer:
        head: dict[str, object] = {}
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path.partition("?")[0],
            "QUERY_STRING": path.partition("?")[2],
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
            **PLACE,
            **sent,
        }

        def start(status: str, headers: list[tuple[str, str]], exc_info: object = None) -> None:
            head.update(status=int(status[:3]), headers=headers)

        counted = _Counter()
        with connection.execute_wrapper(counted) if self.counts else nullcontext():
            began = time.perf_counter()
            response = self.application(environ, start)
            content = b"".join(response)
            response.close()
            seconds = time.perf_counter() - began
        headers = head["headers"]
        for name, value in headers:  # type: ignore[attr-defined]
            if name == "Set-Cookie":
                key, _, rest = value.partition("=")
                self.cookies[key.strip()] = rest.partition(";")[0]
        location = dict(headers).get("Location", "")  # type: ignore[call-overload]
        return Answer(int(head["status"]), content, location, seconds, counted.number)  # type: ignore[call-overload]


def quantile(values: list[float], share: float) -> float:
    """The value below which `share` of the values lie."""
    return statistics.quantiles(values, n=100, method="inclusive")[round(share * 100) - 1]
