"""Addresses under /verbeteren/."""

from django.urls import path

from regie.board.views import board, suggestions

app_name = "board"
urlpatterns = [
    path("", board.board, name="board"),
    path("nieuw/", suggestions.suggest, name="suggest"),
    path("<int:pk>/", suggestions.suggestion, name="suggestion"),
    path("<int:pk>/plan/", suggestions.plan, name="plan"),
    path("<int:pk>/verplaatsen/", board.move, name="move"),
    path("<int:pk>/ik-ook/", board.me_too, name="me_too"),
]
