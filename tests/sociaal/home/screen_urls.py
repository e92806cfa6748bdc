"""Pages that exist only to test the frame, the scripts and the error pages."""

from http import HTTPStatus

from django import forms
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template import engines
from django.urls import path
from psycopg.errors import DeadlockDetected

from sociaal import urls as product
from sociaal.core.errors import Conflict, NotFound, NotPermitted, Refused

handler400, handler403 = product.handler400, product.handler403
handler404, handler500 = product.handler404, product.handler500

PAGE = """{% extends "base.html" %}{% block title %}Proef{% endblock %}{% block content %}
<h1>Proef</h1>
<form class="form flow" method="post" novalidate>{% csrf_token %}{{ form }}
  <button name="do" value="save">Opslaan</button><button name="do" value="refuse">Weiger</button>
  <button name="do" value="break">Breek</button></form>
<div id="part">
  <button id="replace" hx-get="/test/part/new/" hx-target="#part" hx-swap="outerHTML">nieuw</button>
</div>
<div id="out"></div><div hx-get="/test/part/same/" hx-trigger="load"></div>
{% for what in parts %}
  <button id="{{ what }}" hx-post="/test/part/{{ what }}/" hx-target="#out">{{ what }}</button>
{% endfor %}
{% endblock %}"""


class Proof(forms.Form):
    words = forms.CharField(label="Woorden", widget=forms.Textarea)
    password = forms.CharField(label="Wachtwoord", required=False)


def page(request: HttpRequest) -> HttpResponse:
    form = Proof(request.POST or None)
    if request.POST.get("do") == "refuse":
        raise Refused("Er loopt nog hulp.")
    if request.POST.get("do") == "break":
        raise RuntimeError
    context = {"form": form, "parts": ["same", "refuse", "break", "elsewhere"]}
    return HttpResponse(engines["django"].from_string(PAGE).render(context, request))


def part(request: HttpRequest, what: str) -> HttpResponse:
    if what == "refuse":
        raise Refused("Dat mag nu niet.")
    if what == "break":
        return HttpResponse(status=HTTPStatus.INTERNAL_SERVER_ERROR)
    if what == "elsewhere":
        return redirect("/test/page/")
    if what == "new":
        return HttpResponse('<div id="part"><h2>Nieuw deel</h2><p data-announce>Toegevoegd</p></div>')
    return HttpResponse("<p data-announce>opgeslagen 14:03</p>")


def _collision() -> OperationalError:
    """What Django makes of PostgreSQL's deadlock."""
    error = OperationalError("deadlock detected")
    error.__cause__ = DeadlockDetected()
    return error


def fail(request: HttpRequest, how: str) -> HttpResponse:
    errors = {
        "not-permitted": NotPermitted("Een collega helpt deze inwoner."),
        "not-found": NotFound("geheim"),
        "refused": Refused("Er loopt nog hulp."),
        "conflict": Conflict("Carla wijzigde dit om 14.03."),
        "collision": _collision(),
        "broken": RuntimeError("kapot"),
    }
    errors["not-permitted"].help_from = "Dirk Bakker"
    raise errors[how]


def listening(request: HttpRequest) -> HttpResponse:
    return render(request, "base.html", {"search_term": '"><b>'})


urlpatterns = [
    path("test/page/", page, name="test_page"),
    path("test/search/", page, name="search"),
    path("test/part/<slug:what>/", part),
    path("test/fail/<slug:how>/", fail),
    path("test/frame/", listening),
    *product.urlpatterns,
]
