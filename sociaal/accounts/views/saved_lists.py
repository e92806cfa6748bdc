"""Save a list with its filters under a name, and forget it again."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sociaal.accounts.forms.saved_lists import SavedListForm
from sociaal.accounts.models import SavedList
from sociaal.accounts.operations import saved_lists as operations
from sociaal.accounts.permissions import user_of
from sociaal.accounts.queries.saved_lists import asked_of
from sociaal.accounts.views.trying import found
from sociaal.core.errors import Refused
from sociaal.core.registry import registry


@require_http_methods(["GET", "HEAD", "POST"])
def saved_list_new(request: HttpRequest, page: str) -> HttpResponse:
    """Name what the address asks of this list."""
    if page not in registry.lists:
        raise Http404
    asked, user, now = asked_of(request.GET), user_of(request), timezone.now()
    back = f"{reverse(page)}?{asked}"
    form = SavedListForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        name = form.cleaned_data["name"]
        try:
            operations.save_list(page=page, name=name, asked=asked, by=user, now=now)
        except Refused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The list is saved as %(name)s.") % {"name": name})
            return HttpResponseRedirect(back)
    status = 422 if form.is_bound else 200
    context = {"form": form, "of": registry.lists[page], "back": back}
    return render(request, "accounts/saved_list.html", context, status=status)


@require_POST
def saved_list_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget one of my own."""
    user = user_of(request)
    saved = found(SavedList.objects.filter(user=user), pk)
    operations.remove_list(saved=saved, by=user, now=timezone.now())
    messages.success(request, _("The list %(name)s is removed. Nothing else changed.") % {"name": saved.name})
    return redirect(saved.page)
