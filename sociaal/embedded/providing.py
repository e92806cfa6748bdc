"""Fills in what the environment does not give: the two servers' addresses and the secrets."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, MutableMapping

from sociaal.core.database_urls import app_url
from sociaal.embedded.locks import hold, is_held
from sociaal.embedded.places import BASE_DIR, Places, Station, places
from sociaal.embedded.secrets import APPLICATION_SECRETS, kept

Environ = MutableMapping[str, str]

_NO_SERVER = "help --help -h version --version frontend messages makemessages collectstatic diffsettings run"
NEEDS_NO_SERVER = frozenset(_NO_SERVER.split())
"""First arguments of `manage.py` with which no server has to run."""

_NOWHERE = "127.0.0.1:9"
_held: dict[Station, int] = {}
"""The users' locks that this process holds, until it ends."""


def _quiet(message: str) -> None:
    """Who asked for no progress gets none."""


def provide(
    environ: Environ,
    arguments: Iterable[str] = (),
    *,
    say: Callable[[str], None] = _quiet,
    make_secrets: bool = False,
) -> None:
    """Set DATABASE_URL, DATABASE_APP_URL, REDIS_URL and the secrets in `environ` where they are absent.

    Without addresses the clone's own servers are used, and started when they do not run; they stay while this
    process lives. With `arguments` (those of `manage.py`) of a command that needs no server, none is started.
    Secrets are made only for a clone's own database, for a demonstration or development, or with
    `make_secrets`; beside a given database a missing one stays missing, and the settings stop with its name.
    EMBEDDED=0, as in the container, leaves everything as it is given.
    Ends the program with a message when a server does not start.
    """
    if _is(environ, "EMBEDDED", "0", "false", "no", "off"):
        return
    where = places()
    own_database = not (environ.get("DATABASE_URL") or environ.get("DATABASE_APP_URL"))
    _fill_secrets(environ, where, make=make_secrets or own_database or _is_trial(environ))
    if NEEDS_NO_SERVER.intersection(list(arguments)[:1]) or "--help" in arguments:
        _fill_placeholders(environ)
        return
    if own_database:
        environ["DATABASE_URL"] = _attach("postgresql", where, say)
    if not environ.get("DATABASE_APP_URL") and environ.get("SECRET_KEY"):
        environ["DATABASE_APP_URL"] = app_url(environ["DATABASE_URL"], environ["SECRET_KEY"])
    if not environ.get("REDIS_URL"):
        environ["REDIS_URL"] = _attach("valkey", where, say)


def all_there() -> bool:
    """Whether each server that this process uses still has its guardian; only a killed one has not."""
    return all(is_held(station.guardian_lock) for station in _held)


def _is_trial(environ: Environ) -> bool:
    return any(_is(environ, name, "1", "true", "yes", "on") for name in ("DEMO", "DEBUG"))


def _is(environ: Environ, name: str, *words: str) -> bool:
    return environ.get(name, "").lower() in words


def _fill_secrets(environ: Environ, where: Places, *, make: bool) -> None:
    """Give what is on file; make what is not, where that is right."""
    for name, new in APPLICATION_SECRETS.items():
        if environ.get(name):
            continue
        if make:
            where.make()
        if make or (where.secrets / name.lower()).exists():
            environ[name] = kept(where.secrets, name.lower(), new)


def _fill_placeholders(environ: Environ) -> None:
    """Addresses where nothing listens, so that the settings load."""
    environ.setdefault("DATABASE_APP_URL", f"postgresql://nobody@{_NOWHERE}/none")
    environ.setdefault("REDIS_URL", f"redis://{_NOWHERE}/0")


def _attach(kind: str, where: Places, say: Callable[[str], None]) -> str:
    """The address of the clone's server `kind`, which from now on stays up as long as this process lives."""
    where.make(kind)
    station = where.station(kind)
    start = hold(station.start_lock)
    try:
        if station not in _held:
            lock = hold(station.users_lock, shared=True)  # waits while a guardian is stopping the server
            assert lock is not None
            _held[station] = lock
        if not (is_held(station.guardian_lock) and station.address.exists()):
            _start_guardian(kind, where, say)
        return station.address.read_text()
    finally:
        if start is not None:
            os.close(start)


def _start_guardian(kind: str, where: Places, say: Callable[[str], None]) -> None:
    say(f"Starting {kind} ...")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "sociaal.embedded.guardian", kind],
        cwd=BASE_DIR,
        env=environment | {"VAR_DIR": str(where.var)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{kind} did not start: {done.stderr.strip()[-1500:]}")
    if done.stdout:  # the guardian has something to say that matters beyond this start
        say(done.stdout.strip())
        if say is _quiet:
            sys.stderr.write(done.stdout)
