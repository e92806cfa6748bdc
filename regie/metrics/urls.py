"""Addresses under /stroom/."""

from django.urls import path

from regie.metrics.views import baseline

app_name = "metrics"
urlpatterns = [
    path("nulmeting/", baseline.baselines, name="baselines"),
    path("nulmeting/<int:pk>/", baseline.baseline, name="baseline"),
]
