"""Addresses under /stroom/."""

from django.urls import path

from regie.metrics.views import baseline, dashboard

app_name = "metrics"
urlpatterns = [
    path("", dashboard.flow, name="dashboard"),
    path("export.csv", dashboard.export_csv, name="export_csv"),
    path("export.xlsx", dashboard.export_xlsx, name="export_xlsx"),
    path("nulmeting/", baseline.baselines, name="baselines"),
    path("nulmeting/<int:pk>/", baseline.baseline, name="baseline"),
]
