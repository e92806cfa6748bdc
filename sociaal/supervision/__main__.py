"""`python -m sociaal.supervision`: what `make run` and `manage.py run` start."""

import argparse
import os
import signal
from types import FrameType

from sociaal.embedded.places import places
from sociaal.embedded.ports import is_free
from sociaal.embedded.processes import dies_with_parent
from sociaal.supervision.children import say
from sociaal.supervision.supervisor import Supervisor

STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(BaseException):
    """Ctrl-C, or a request to end."""


def _stop(number: int, frame: FrameType | None) -> None:
    for each in STOPS:  # once is enough; what follows takes at most a few seconds
        signal.signal(each, signal.SIG_IGN)
    raise Stopped


def read_port(text: str) -> int:
    """The web port. Raises SystemExit, with a sentence, when it is no port or something listens there."""
    if not (text.isdecimal() and 0 < int(text) < 65536):
        raise SystemExit(f"PORT={text} is no port; choose a number from 1 to 65535.")
    if not is_free(int(text)):
        raise SystemExit(f"Port {text} is taken by another program. Choose another one: PORT=8001 make run")
    return int(text)


def main() -> None:
    """Run until stopped. Exit code 0 after a stop that was asked for."""
    options = argparse.ArgumentParser(prog="sociaal.supervision", description=__doc__)
    options.add_argument(
        "--with-parent", action="store_true", help="end when the program that started this one ends"
    )
    if options.parse_args().with_parent:
        dies_with_parent(signal.SIGTERM, os.getppid())()
    port = read_port(os.environ.get("PORT") or "8000")
    where = places()
    where.make()
    for number in STOPS:
        signal.signal(number, _stop)
    supervisor = Supervisor(dict(os.environ), port, where)
    try:
        supervisor.run()
    except Stopped:
        say("run", "Stopping ...")
    finally:
        for number in STOPS:
            signal.signal(number, signal.SIG_IGN)
        supervisor.end()
        say("run", "Stopped.")


if __name__ == "__main__":
    main()
