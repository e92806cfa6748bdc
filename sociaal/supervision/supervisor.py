"""The supervisor: sets up, starts the services and keeps them running until it is stopped."""

import time

from sociaal import embedded
from sociaal.embedded.places import Places
from sociaal.supervision import demonstration
from sociaal.supervision.children import Child, Children, say
from sociaal.supervision.probe import answers
from sociaal.supervision.services import PYTHON, Service, end, services
from sociaal.supervision.setting_up import Steps, collect_static, run_command

LOOK_SECONDS = 0.2


class Supervisor:
    """Runs a clone on one machine. `given` is the environment it was started with."""

    def __init__(self, given: dict[str, str], port: int, where: Places) -> None:
        self.given, self.port, self.where = given, port, where
        self.began = time.monotonic()
        self.announced = False
        self.services: list[Service] = []
        self.demo: Child | None = None
        self.children = Children()

    def run(self) -> None:
        """Set up, then look after the services without end."""
        environment = self._set_up()
        self.services = services(environment, self.port, self.where.var)
        while True:
            now = time.monotonic()
            for service in self.services:
                service.look(self.children, now)
            if not self.announced and answers(self.port):
                self._announce(environment)
            self._look_at_demo()
            if not embedded.all_there():
                environment = self._begin_again()
            time.sleep(LOOK_SECONDS)

    def end(self) -> None:
        """End every process that was started here. The embedded servers follow once this one has ended."""
        end(self.services, self.children)
        self.children.close()

    def _set_up(self) -> dict[str, str]:
        """Returns the environment of the services: complete, and without the owner's password."""
        steps = Steps(3)
        self.given.setdefault("STATIC_ROOT", str(self.where.var / "static"))
        complete = dict(self.given)
        with steps.step("PostgreSQL and Valkey"):
            self._provide(complete)
        with steps.step("Tables"):
            run_command(self.children, complete, "migrate", "--verbosity", "0")
        if not complete.get("DEMO"):
            wanted = demonstration.is_wanted(
                complete["DATABASE_URL"], given=bool(self.given.get("DATABASE_URL"))
            )
            complete["DEMO"] = self.given["DEMO"] = "1" if wanted else "0"
        del complete["DATABASE_URL"]
        with steps.step("Styles, scripts and fonts"):
            collect_static(self.children, complete, self.where)
        return complete

    def _provide(self, environment: dict[str, str]) -> None:
        embedded.provide(environment, say=lambda line: say("run", line), make_secrets=True)

    def _begin_again(self) -> dict[str, str]:
        """A guardian was killed, and its server ended with it: start that again, perhaps elsewhere."""
        say("run", "A database server or broker of this clone was killed; starting it again.")
        end(self.services, self.children)
        environment = dict(self.given)
        self._provide(environment)
        environment.pop("DATABASE_URL", None)
        self.services = services(environment, self.port, self.where.var)
        return environment

    def _announce(self, environment: dict[str, str]) -> None:
        self.announced = True
        demo = environment["DEMO"].lower() in ("1", "true", "yes", "on")
        say("run", f"Ready after {time.monotonic() - self.began:.1f} s. Ctrl-C stops everything.")
        say("run", f"    Sociaal        http://localhost:{self.port}")
        if demo:
            say("run", f"    Demo sign-in   http://localhost:{self.port}/demo/")
            self.demo = self.children.start("demo", [PYTHON, "manage.py", "load_demo"], environment)

    def _look_at_demo(self) -> None:
        if self.demo is not None and self.demo.poll() is not None:
            if self.demo.returncode:
                say("run", f"The demonstration was not loaded (exit code {self.demo.returncode}); see above.")
            self.children.ended(self.demo)
            self.demo = None
