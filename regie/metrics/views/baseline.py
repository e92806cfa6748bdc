"""Nulmeting: what the log of the system before shows. There are no residents in it, and no employees."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from regie.metrics.models import Baseline
from regie.metrics.queries.baseline_page import baseline_page
from sociaal.accounts.permissions import staff


@staff
@require_safe
def baselines(request: HttpRequest) -> HttpResponse:
    """All imported logs, the last imported first."""
    return render(request, "metrics/baseline_list.html", {"baselines": Baseline.objects.all()})


@staff
@require_safe
def baseline(request: HttpRequest, pk: int) -> HttpResponse:
    """The figures of one imported log."""
    found = get_object_or_404(Baseline, pk=pk)
    return render(request, "metrics/baseline_detail.html", {"page": baseline_page(found, request.GET)})
