from django.apps import AppConfig


class BoardConfig(AppConfig):
    name = "regie.board"
    label = "board"

    def ready(self) -> None:
        """Say what is worked on for the board."""
        from regie.board import handlers

        handlers.register_all()
