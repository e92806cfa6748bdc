"""Addresses for who is no colleague: the public page and the interface; and of what comes in that way."""

from django.urls import include, path

from intake.views import by_reference, imports, public, tokens

urlpatterns = [
    path("melden/", public.report_start, name="report_start"),
    path("melden/ontvangen/<slug:reference>/", public.report_received, name="report_received"),
    path("melden/<slug:who>/", public.report_form, name="report_form"),
    path("api/v1/", include("intake.api.urls")),
    path("beheer/koppelingen/", tokens.token_list, name="token_list"),
    path("beheer/koppelingen/nieuw/", tokens.token_add, name="token_add"),
    path("beheer/koppelingen/<int:pk>/intrekken/", tokens.token_revoke, name="token_revoke"),
    path("beheer/inlezen/", imports.backlog_import, name="backlog_import"),
    path("hulpvraag/kenmerk/", by_reference.report_by_reference, name="report_by_reference"),
    path("signalen/", imports.signal_import, name="signal_import"),
    path("inlezen/<int:pk>/", imports.file_import, name="file_import"),
    path("inlezen/<int:pk>/geweigerd/", imports.file_import_refused, name="file_import_refused"),
    path("inlezen/<int:pk>/verder/", imports.file_import_resume, name="file_import_resume"),
]
