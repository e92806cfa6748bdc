"""The timeline of a case, looked through. What is asked is posted: no word of it stands in an address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cases.enums import StoryPart
from cases.forms.story import StoryForm
from cases.permissions import check_reads_case
from cases.queries.case_file import case_file
from cases.story import narrowed, tellers
from cases.views.sending import PAGE_OR_FORM, case_called
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.parts import is_part


@require_http_methods(PAGE_OR_FORM)
def case_story(request: HttpRequest, number: str) -> HttpResponse:
    """The whole story of a case, narrowed to what is asked; with htmx only its lines."""
    case, user, now = case_called(number), user_of(request), timezone.now()
    access = check_reads_case(user, case, now)
    page = case_file(case, access, now, user=user, whole_story=True)
    shows(request, page.residents)
    looked = StoryForm(request.POST).looked()
    moments = narrowed(page.moments, looked)
    context = {
        "case": case,
        "moments": moments,
        "looked": looked,
        "of": len(page.moments),
        "parts": StoryPart.choices,
        "tellers": tellers(page.moments),
        "identity": page.identity,
    }
    return render(request, "cases/story_fragment.html" if is_part(request) else "cases/story.html", context)
