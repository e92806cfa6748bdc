"""The floor: a page with the same middleware, one SELECT by primary key and a template of forty lines."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from sociaal.accounts.models import Team


def floor(request: HttpRequest, pk: int) -> HttpResponse:
    """One team, in a plain page."""
    return render(request, "benchmarks/floor.html", {"team": Team.objects.get(pk=pk)})


urlpatterns = [path("benchmark/floor/<int:pk>/", floor, name="floor"), path("", include("sociaal.urls"))]
