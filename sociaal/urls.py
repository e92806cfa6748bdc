"""The whole address space. Every address stands in the access table of `tests/architecture`."""

from django.urls import include, path

from sociaal.home import health
from sociaal.home.views import agenda, components, home, policy_report, session

handler400 = "sociaal.home.views.errors.bad_request"
handler403 = "sociaal.home.views.errors.forbidden"
handler404 = "sociaal.home.views.errors.not_found"
handler500 = "sociaal.home.views.errors.server_error"

urlpatterns = [
    path("", home.home, name="home"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("csp-report", policy_report.policy_report, name="policy_report"),
    path("account/sessie/", session.extend, name="session_extend"),
    path("account/agenda/", agenda.agenda_link, name="agenda_link"),
    path("account/agenda/maken/", agenda.agenda_link_make, name="agenda_link_make"),
    path("account/agenda/intrekken/", agenda.agenda_link_withdraw, name="agenda_link_withdraw"),
    path("agenda/<slug:secret>.ics", agenda.agenda_feed, name="agenda_feed"),
    path("ontwikkel/onderdelen/", components.components, name="components"),
    path("", include("sociaal.accounts.urls")),
    path("", include("cases.urls")),
    path("", include("intake.urls")),
    path("", include("intake.urls_outside")),
    path("", include("regie.coordination.urls")),
    path("stroom/", include("regie.metrics.urls")),
    path("verbeteren/", include("regie.board.urls")),
]
