"""No log, no page; and a refusal is a line too."""

import pytest
from django.http import HttpResponse

from sociaal.audit import log, reading
from sociaal.audit.middleware import ReadLogMiddleware
from sociaal.audit.models import Entry
from sociaal.core.errors import NotFound, NotPermitted, Refused
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def answer(rf, view, error=None):
    """What the middleware does around a view, and the request it was for."""
    request = rf.get("/")
    request.user, request.resolver_match = UserFactory(), None
    middleware = ReadLogMiddleware(view)
    if error:
        middleware.process_exception(request, error)
    return middleware(request)


def showing(residents, status=200):
    def view(request):
        reading.shows(request, residents, reason="phone")
        return HttpResponse(status=status)

    return view


def test_a_page_about_residents_is_one_line(rf):
    answer(rf, showing([7, 9]))
    line = Entry.objects.get()
    assert (line.kind, line.residents, line.codes) == ("read", [7, 9], {"reason": "phone"})


def test_a_page_about_nobody_is_no_line(rf):
    answer(rf, showing([]))
    assert not Entry.objects.exists()


def test_a_page_that_broke_showed_nobody(rf):
    answer(rf, showing([7], status=500))
    assert not Entry.objects.exists()


def test_what_is_shown_twice_is_one_line(rf):
    def view(request):
        reading.shows(request, [7])
        reading.shows(request, [8], case="12")
        return HttpResponse()

    answer(rf, view)
    assert (Entry.objects.get().residents, Entry.objects.get().codes) == ([7, 8], {"case": "12"})


@pytest.mark.parametrize(("error", "status"), [(NotPermitted("no"), "403"), (NotFound(), "404")])
def test_a_refusal_is_a_line_with_its_answer(rf, error, status):
    answer(rf, showing([]), error)
    line = Entry.objects.get()
    assert (line.kind, line.codes["answer"]) == ("refused", status)


def test_a_refusal_says_what_was_asked_for(client):
    client.force_login(UserFactory())
    client.get("/beheer/teams/77/")
    line = Entry.objects.get(kind="refused")
    assert (line.action, line.codes) == ("administration_team", {"answer": "403", "asked_of": "pk 77"})


def test_a_refusal_that_names_a_resident_is_one_line(rf):
    answer(rf, showing([7]), NotPermitted("ask Anna"))
    line = Entry.objects.get()
    assert (line.kind, line.residents) == ("refused", [7])


def test_a_guard_of_the_way_of_working_is_no_decision_about_access(rf):
    answer(rf, showing([]), Refused("not now"))
    assert not Entry.objects.exists()


def test_when_the_log_fails_no_page_leaves(rf, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("the log is full")

    monkeypatch.setattr(log, "write", broken)
    with pytest.raises(RuntimeError):
        answer(rf, showing([7]))
