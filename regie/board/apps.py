from django.apps import AppConfig


class BoardConfig(AppConfig):
    name = "regie.board"
    label = "board"
