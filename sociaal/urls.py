"""The whole address space. Every address stands in the access table of `tests/architecture`."""

from django.urls import include, path

from sociaal.home import health
from sociaal.home.views import components, home, session

handler400 = "sociaal.home.views.errors.bad_request"
handler403 = "sociaal.home.views.errors.forbidden"
handler404 = "sociaal.home.views.errors.not_found"
handler500 = "sociaal.home.views.errors.server_error"

urlpatterns = [
    path("", home.home, name="home"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("account/sessie/", session.extend, name="session_extend"),
    path("ontwikkel/onderdelen/", components.components, name="components"),
    path("", include("sociaal.accounts.urls")),
    path("", include("cases.urls")),
    path("", include("intake.urls")),
    path("", include("intake.urls_outside")),
    path("", include("regie.coordination.urls")),
    path("stroom/", include("regie.metrics.urls")),
    path("verbeteren/", include("regie.board.urls")),
]
