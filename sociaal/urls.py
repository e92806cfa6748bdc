"""The whole address space. Every address stands in the access table of `tests/architecture`."""

from django.urls import include, path

from sociaal.home import health

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("", include("sociaal.accounts.urls")),
    path("stroom/", include("regie.metrics.urls")),
]
