"""A resident died: note it, see what still stands open, end that, or take it back."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from cases.forms.death import AfterDeathForm, DeathForm, DeathUndoForm
from cases.models import Resident
from cases.operations.after_death import end_after_death
from cases.operations.death import note_death, take_back_death
from cases.permissions.people import check_keeps_file, seen_people
from cases.queries.after_death import after_death
from cases.queries.death_ahead import death_ahead
from cases.queries.households import living_with
from cases.queries.identity import resident_bar
from cases.views.residents import resident_called
from cases.views.sending import PAGE_OR_FORM, Words, form_page, sent
from sociaal.accounts.models import User
from sociaal.accounts.permissions import staff, user_of
from sociaal.audit.reading import shows

NOTE = Words(
    _("This resident has died"),
    _("Note the date of death"),
    _("The date of death is noted. See below what still stands open."),
    _("From then on nothing is planned for them and no letter goes out to them. You can take this back."),
)
AFTER = Words(_("What still stands open"), _("End what is ticked"), _("What was ticked has ended."))
UNDO = Words(
    _("The date of death was a mistake"),
    _("Take the date of death back"),
    _("The date of death is taken back."),
    _(
        "They live where they lived before, and what was planned is there again. Letters that were stopped, "
        "help that ended and cases that closed stay so: send, start or open them again yourself."
    ),
)


@require_http_methods(PAGE_OR_FORM)
@staff
def resident_died(request: HttpRequest, pk: int) -> HttpResponse:
    """The day on which they died; with what stops by itself. Of who died already the page of what is left."""
    row, user = _kept(request, pk)
    back, after = (reverse(name, args=[row.pk]) for name in ("resident", "resident_afterwards"))
    if row.died_on is not None and request.method != "POST":
        return redirect(after)
    form = DeathForm(request.POST if request.method == "POST" else None)

    def work(now: datetime) -> str:
        note_death(resident=row, by=user, now=now, **form.given())
        return after

    return sent(request, form, work, effect=f"note_death:{row.pk}", done=NOTE.done) or form_page(
        request, form, NOTE, back=back, template="cases/resident_died.html",
        identity=resident_bar(row, timezone.now(), url=back), ahead=death_ahead(row, user, timezone.now()),
    )  # fmt: skip


@require_http_methods(PAGE_OR_FORM)
@staff
def resident_afterwards(request: HttpRequest, pk: int) -> HttpResponse:
    """What still stands open of who died; what this person may end, they end here in one go."""
    row, user = _kept(request, pk)
    back, now = reverse("resident", args=[row.pk]), timezone.now()
    if row.died_on is None:
        return redirect(back)
    page = after_death(row, user, now)
    form = AfterDeathForm(request.POST if request.method == "POST" else None, page=page, died_on=row.died_on)
    here = reverse("resident_afterwards", args=[row.pk])

    def work(now: datetime) -> str:
        end_after_death(resident=row, by=user, now=now, **form.given())
        return here

    answer = sent(request, form, work, effect=f"after_death:{row.pk}", done=AFTER.done, expected=here)
    if answer is not None:
        return answer
    family = [one for one in seen_people(user, living_with(row, now), now).values() if one.is_known]
    shows(request, [one.key for one in family])
    context = {
        "page": page, "form": form, "words": AFTER, "back": back, "resident": row, "family": family,
        "identity": resident_bar(row, now, url=back),
    }  # fmt: skip
    return render(request, "cases/resident_afterwards.html", context, status=form.status)


@require_http_methods(PAGE_OR_FORM)
@staff
def resident_died_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """It was a mistake: they live. Of who lives there is nothing to take back."""
    row, user = _kept(request, pk)
    back = reverse("resident", args=[row.pk])
    if row.died_on is None and request.method != "POST":
        return redirect(back)
    form = DeathUndoForm(request.POST if request.method == "POST" else None)

    def work(now: datetime) -> str:
        take_back_death(resident=row, by=user, now=now, **form.given())
        return back

    answer = sent(request, form, work, effect=f"take_back_death:{row.pk}", done=UNDO.done, expected=back)
    bar = resident_bar(row, timezone.now(), url=back)
    return answer or form_page(request, form, UNDO, back=back, identity=bar)


def _kept(request: HttpRequest, pk: int) -> tuple[Resident, User]:
    """The resident whose file this user keeps; the page is logged. Raises NotPermitted or NotFound."""
    row, user = resident_called(pk), user_of(request)
    check_keeps_file(user, row, timezone.now())
    shows(request, [row.pk])
    return row, user
