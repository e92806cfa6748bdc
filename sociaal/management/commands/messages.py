"""`manage.py messages`: bring the Dutch catalogue in step with code and templates."""

from typing import Any

from django.core.management.base import BaseCommand

from sociaal.core import messages


class Command(BaseCommand):
    help = "Adds new messages to locale/nl and removes unused ones; what is untranslated is listed."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        present = messages.update()
        untranslated = [message.id for message in present if message.id and not any(message.string or ())]
        for text in untranslated:
            self.stdout.write(f"- {text if isinstance(text, str) else text[0]}")
        self.stdout.write(f"{len(present)} messages, {len(untranslated)} without Dutch")
