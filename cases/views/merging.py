"""Two residents that are one: side by side, choose, merge; and undo."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from cases.forms.merging import MergeForm, UndoMergeForm
from cases.merging import values_of
from cases.models import Resident, ResidentMerge
from cases.operations.merging import merge_residents, undo_merge
from cases.permissions.merging import check_merges, check_undoes, check_works_with
from cases.queries.doubles import probable_doubles
from cases.queries.households import living_with
from cases.queries.merge_page import merge_page, undo_page
from cases.views.picking import is_search, pick_page, picked
from cases.views.residents import resident_called
from cases.views.sending import PAGE_OR_FORM, Words, form_page, sent
from sociaal.accounts.permissions import staff, user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound

MERGE = Words(
    _("Are these one person?"),
    _("These are one person: merge"),
    _("The two files are one now. You can undo this as long as nothing new depends on it."),
)
UNDO = Words(_("Undo the merging"), _("They are two people: undo"), _("They are two residents again."))
OTHER = "other"
"""The other record's key in the address of the page."""


@require_http_methods(PAGE_OR_FORM)
@staff
def resident_merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Without `?other=` the page to choose the other record on; with it both side by side. `pk` is kept."""
    kept, user, now = resident_called(pk), user_of(request), timezone.now()
    check_works_with(user, kept, now)
    merged = picked(request, OTHER)
    if merged is None or is_search(request):
        return _choose(request, kept, now)
    access = check_merges(user, kept, merged, now)
    shows(request, [kept.pk, merged.pk])
    page = merge_page(kept, merged, access, now)
    form = MergeForm(request.POST if request.method == "POST" else None, page=page)

    def work(now: datetime) -> str:
        merge_residents(keep=kept, other=merged, choices=form.choices(), by=user, now=now)
        return reverse("resident", args=[kept.pk])

    answer = sent(request, form, work, effect=f"merge:{kept.pk}:{merged.pk}", done=MERGE.done)
    if answer is not None:
        return answer
    context = {"page": page, "form": form, "words": MERGE, "back": reverse("resident_merge", args=[kept.pk])}
    return render(request, "cases/resident_merge.html", context, status=form.status)


@require_http_methods(PAGE_OR_FORM)
@staff
def resident_merge_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """What was merged, and the way back while nothing depends on it."""
    rows = ResidentMerge.objects.select_related("kept", "merged", "by")
    merge, user, now = rows.filter(pk=pk).first(), user_of(request), timezone.now()
    if merge is None:
        raise NotFound
    check_undoes(user, merge, now)
    shows(request, [merge.kept_id, merge.merged_id])
    form = UndoMergeForm(request.POST if request.method == "POST" else None)
    back = reverse("resident", args=[merge.kept_id])

    def work(now: datetime) -> str:
        undo_merge(merge=merge, by=user, now=now, **form.given())
        return back

    answer = sent(request, form, work, effect=f"undo_merge:{merge.pk}", done=UNDO.done, expected=back)
    if answer is not None:
        return answer
    template = "cases/resident_merge_undo.html"
    return form_page(request, form, UNDO, back=back, template=template, page=undo_page(merge))


def _choose(request: HttpRequest, kept: Resident, now: datetime) -> HttpResponse:
    """Who looks alike stands there already."""
    doubles = probable_doubles(user_of(request), values_of(kept), now)
    known_apart = {kept.pk, *(one.pk for one in living_with(kept, now))}  # a child with the same name
    shows(request, [kept.pk])
    return pick_page(
        request,
        heading=_("Is this person here twice?"),
        lead=_("Choose the other file of %(name)s. You see both side by side before anything happens.")
        % {"name": kept.full_name},
        back=reverse("resident", args=[kept.pk]),
        without=[kept.pk],
        suggested=[one for one in doubles if one.pk not in known_apart],
        suggestion=_("Looks alike"),
        name=OTHER,
    )
