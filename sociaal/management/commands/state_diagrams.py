"""`manage.py state_diagrams`: draw the state machines that are in the code, into `docs/state-machines.md`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import models
from django_fsm import GET_STATE, FSMField

DOCUMENT = "docs/state-machines.md"
HEAD = """# State machines

Made by `python manage.py state_diagrams` from the transitions in the code; a test fails when this page is not
current. It shows what can follow what. Who may take a step stands in each app's `permissions`, when it may be
taken in its `policies`, and what comes with it in its `operations`.
"""


class Command(BaseCommand):
    help = f"Draw the state machines into {DOCUMENT}."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(settings.BASE_DIR) / DOCUMENT
        path.write_text(document(), encoding="utf-8")
        self.stdout.write(f"{DOCUMENT} is current.")


def document() -> str:
    """The whole page, in Markdown with Mermaid."""
    return "\n".join([HEAD, *(_section(model, field) for model, field in machines())])


def machines() -> Iterator[tuple[type[models.Model], FSMField]]:
    """Every model with a state machine, and its field, in the order of apps and models."""
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, FSMField):
                yield model, field


def _section(model: type[models.Model], field: FSMField) -> str:
    lines = [f"## {model.__name__}", "", _first_sentence(model), "", "```mermaid", "stateDiagram-v2"]
    lines += [f"    [*] --> {field.default}"]
    lines += [f"    {source} --> {target}: {name}" for source, target, name in _arrows(model, field)]
    return "\n".join([*lines, "```", ""])


def _first_sentence(model: type[models.Model]) -> str:
    words = " ".join((model.__doc__ or "").split())
    return words if words.startswith("`") else words.split(". ")[0].rstrip(".") + "."


def _arrows(model: type[models.Model], field: FSMField) -> list[tuple[str, str, str]]:
    """Source, target and name of each transition, in the order of the states."""
    order = {str(state): place for place, (state, _label) in enumerate(field.flatchoices)}
    arrows = {
        (str(step.source), str(target), step.name)
        for step in getattr(model(), f"get_all_{field.name}_transitions")()
        for target in _targets(step.target)
    }
    return sorted(arrows, key=lambda arrow: (order[arrow[0]], order[arrow[1]], arrow[2]))


def _targets(target: Any) -> list[str]:
    """A fixed target, or all that a computed one can be."""
    return (
        [str(state) for state in target.allowed_states or []] if isinstance(target, GET_STATE) else [target]
    )
